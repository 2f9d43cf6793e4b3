package io.meshwork.catalog.discovery.web;

import gg.jte.TemplateEngine;
import io.meshwork.catalog.discovery.Search;
import io.meshwork.catalog.discovery.SearchRequest;
import io.meshwork.catalog.product.web.Html;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Search for people. */
@RestController
@Hidden
class SearchPages {

    static final String PATH = "/search";

    private final Search search;
    private final TemplateEngine templates = Html.templates(SearchPages.class.getPackageName());

    SearchPages(Search search) {
        this.search = search;
    }

    @InitBinder
    void keepCommas(WebDataBinder binder) {
        SearchParameters.keepCommas(binder);
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> search(@ModelAttribute SearchParameters parameters) {
        SearchRequest request = parameters.toRequest();
        SearchView view = new SearchView(search.search(request), request);
        return Html.framed("Search", output -> templates.render("search.jte", Map.of("search", view), output));
    }
}
