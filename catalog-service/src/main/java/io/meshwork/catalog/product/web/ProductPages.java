package io.meshwork.catalog.product.web;

import io.meshwork.catalog.product.Product;
import io.meshwork.catalog.product.Products;
import io.meshwork.catalog.product.VersionId;
import io.meshwork.messaging.web.Page;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Products for people: what a link in an alert leads to. */
@RestController
@Hidden
class ProductPages {

    private static final int PAGE = 100;
    private static final int VERSIONS = 20;

    private final Products products;

    ProductPages(Products products) {
        this.products = products;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> list(
            @RequestParam(required = false) @Nullable String domain,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after) {
        List<Product> oneMore = products.list(new Products.Query(domain, Parameters.state(state), after, PAGE + 1));
        return Html.page(HttpStatus.OK, "products.jte", Map.of("page", page(oneMore, domain, state)));
    }

    private static Page<ProductRepresentation> page(
            List<Product> oneMore, @Nullable String domain, @Nullable String state) {
        return Page.of(
                oneMore.stream().map(ProductRepresentation::of).toList(),
                PAGE,
                last -> UriComponentsBuilder.fromPath("/")
                        .queryParamIfPresent("domain", Optional.ofNullable(domain))
                        .queryParamIfPresent("state", Optional.ofNullable(state))
                        .queryParam("after", last.id())
                        .encode()
                        .toUriString());
    }

    @GetMapping(path = "/products/{id}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> product(@PathVariable String id) {
        return products.find(id).map(this::page).orElseGet(() -> Html.missing(id));
    }

    private ResponseEntity<String> page(Product product) {
        String id = product.header().id();
        Map<String, Object> model = new HashMap<>();
        model.put("product", ProductRepresentation.of(product));
        model.put(
                "version",
                products.find(new VersionId(id, product.version()))
                        .map(VersionRepresentation::of)
                        .orElseThrow());
        model.put(
                "versions",
                products.versions(id, null, VERSIONS).stream()
                        .map(VersionRepresentation::of)
                        .toList());
        return Html.page(HttpStatus.OK, "product.jte", model);
    }
}
