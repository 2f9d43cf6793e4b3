package io.meshwork.catalog.discovery.web;

import io.meshwork.catalog.discovery.Search;
import io.meshwork.catalog.discovery.SearchRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search over HTTP. */
@RestController
@RequestMapping(SearchController.PATH)
@Tag(name = "search")
class SearchController {

    static final String PATH = "/api/v1/search";
    private static final int SUGGESTIONS = 8;

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @InitBinder
    void keepCommas(WebDataBinder binder) {
        SearchParameters.keepCommas(binder);
    }

    @GetMapping
    @Operation(
            summary = "Find products",
            description =
                    "Every word must be somewhere in the product; the last one may be the beginning of a word. Case, accents, plurals"
                            + " and small slips do not matter, and nothing has a special meaning. Of one facet any of the values may fit,"
                            + " of several facets each must; a facet's counts are those without its own selection. Retired and blocked"
                            + " products are left out unless their lifecycle or state is selected.")
    @ApiResponse(responseCode = "200", description = "What was found, perhaps nothing", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "400", description = "A parameter is not understood, or beyond a limit")
    SearchPage search(@ParameterObject @ModelAttribute SearchParameters parameters) {
        SearchRequest request = parameters.toRequest();
        return SearchPage.of(search.search(request), request);
    }

    @GetMapping("/suggest")
    @Operation(summary = "Products whose names have words that begin like these; for search as you type")
    Suggestions suggest(
            @Parameter(description = "What was typed so far") @RequestParam(required = false) @Nullable String q,
            @Parameter(description = "1 to 100; 8 by default") @RequestParam(required = false) @Nullable
                    Integer limit) {
        int most = SearchParameters.limit(limit, SUGGESTIONS);
        return Suggestions.of(search.suggest(SearchParameters.text(q), most));
    }
}
