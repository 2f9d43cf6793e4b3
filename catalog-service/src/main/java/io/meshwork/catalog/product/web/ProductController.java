package io.meshwork.catalog.product.web;

import io.meshwork.catalog.product.ContractDocument;
import io.meshwork.catalog.product.Product;
import io.meshwork.catalog.product.Products;
import io.meshwork.catalog.product.VersionId;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.write.OdcsWriter;
import io.meshwork.messaging.web.Page;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.messaging.web.RevisionTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Products over HTTP. */
@RestController
@RequestMapping(Paths.PRODUCTS)
@Tag(name = "products")
class ProductController {

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");

    private final Products products;

    ProductController(Products products) {
        this.products = products;
    }

    @GetMapping
    @Operation(summary = "All products, by id")
    Page<ProductRepresentation> list(
            @Parameter(description = "Only products of this domain") @RequestParam(required = false) @Nullable
                    String domain,
            @Parameter(description = "Only products in this state: pending, listed, listed_with_warnings or blocked")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "Only products after this id") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        List<Product> oneMore =
                products.list(new Products.Query(domain, Parameters.state(state), after, Page.limit(limit) + 1));
        return Page.of(
                oneMore.stream().map(ProductRepresentation::of).toList(),
                limit,
                last -> UriComponentsBuilder.fromPath(Paths.PRODUCTS)
                        .queryParamIfPresent("domain", Optional.ofNullable(domain))
                        .queryParamIfPresent("state", Optional.ofNullable(state))
                        .queryParam("after", last.id())
                        .queryParam("limit", limit)
                        .encode()
                        .toUriString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A product and how it is listed")
    ResponseEntity<ProductRepresentation> product(@PathVariable String id) {
        Product product = products.find(id).orElseThrow(() -> unknown(id));
        return ResponseEntity.ok().eTag(RevisionTag.of(product.revision())).body(ProductRepresentation.of(product));
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "Versions of a product, highest first")
    Page<VersionRepresentation> versions(
            @PathVariable String id,
            @Parameter(description = "Only versions lower than this one") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        List<VersionRepresentation> oneMore = products.versions(id, after, Page.limit(limit) + 1).stream()
                .map(VersionRepresentation::of)
                .toList();
        if (oneMore.isEmpty() && after == null) {
            throw unknown(id);
        }
        return Page.of(
                oneMore,
                limit,
                last -> UriComponentsBuilder.fromPath(Paths.product(id) + "/versions")
                        .queryParam("after", last.version())
                        .queryParam("limit", limit)
                        .encode()
                        .toUriString());
    }

    @GetMapping("/{id}/versions/{version}")
    @Operation(summary = "A version with the verdict of the policies and the score of its data")
    VersionRepresentation version(@PathVariable String id, @PathVariable String version) {
        VersionId versionId = new VersionId(id, version);
        return products.find(versionId).map(VersionRepresentation::of).orElseThrow(() -> unknown(versionId));
    }

    @GetMapping("/{id}/history")
    @Operation(
            summary = "How a product stood, newest first",
            description =
                    "Every version, verdict, score and end of a version, with the state it led to. With asOf, the first"
                            + " entry is how the product stood at that moment.")
    Page<HistoryRepresentation> history(
            @PathVariable String id,
            @Parameter(description = "Only revisions lower than this one") @RequestParam(required = false) @Nullable
                    Long after,
            @Parameter(description = "Only what was so at this moment, such as 2026-11-01T12:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    Instant asOf,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        List<HistoryRepresentation> oneMore = products.history(id, after, asOf, Page.limit(limit) + 1).stream()
                .map(HistoryRepresentation::of)
                .toList();
        if (oneMore.isEmpty() && after == null && asOf == null) {
            throw unknown(id);
        }
        return Page.of(
                oneMore,
                limit,
                last -> UriComponentsBuilder.fromPath(Paths.product(id) + "/history")
                        .queryParam("after", last.revision())
                        .queryParam("limit", limit)
                        .encode()
                        .toUriString());
    }

    @GetMapping("/{id}/versions/{version}/contract")
    @Operation(
            summary = "The contract",
            description =
                    "As its author wrote it, or with format=odcs as a contract of the Open Data Contract Standard v3.1.0.")
    ResponseEntity<String> contract(
            @PathVariable String id,
            @PathVariable String version,
            @Parameter(description = "original (default) or odcs") @RequestParam(defaultValue = "original")
                    String format) {
        VersionId versionId = new VersionId(id, version);
        if (Parameters.isOdcs(format)) {
            DataProduct product = products.model(versionId).orElseThrow(() -> unknown(versionId));
            return ResponseEntity.ok().contentType(YAML).body(OdcsWriter.write(product));
        }
        ContractDocument document = products.contract(versionId).orElseThrow(() -> unknown(versionId));
        return ResponseEntity.ok().contentType(contentType(document)).body(document.text());
    }

    /** Producers of records may write anything as media type, but browsers see only these two. */
    private static MediaType contentType(ContractDocument document) {
        return document.mediaType().equals(MediaType.APPLICATION_JSON_VALUE) ? MediaType.APPLICATION_JSON : YAML;
    }

    private static ProblemException unknown(Object id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "product.unknown",
                "Not in the catalog",
                "The catalog has no '" + id + "'; " + Paths.PRODUCTS + " lists what it has.",
                List.of());
    }
}
