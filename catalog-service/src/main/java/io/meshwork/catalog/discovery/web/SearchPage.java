package io.meshwork.catalog.discovery.web;

import io.meshwork.catalog.discovery.SearchRequest;
import io.meshwork.catalog.discovery.SearchResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param total products found, on all pages
 * @param facets counts by value; domain, type, lifecycle, classification, tag, owner, format, compliance, quality, state
 * @param next where the search goes on, null at its end
 * @param complete false while the index is being built and some products cannot be found yet
 * @param suggestion words that find something, when these found nothing; null when there are none
 * @param ignoredWords how many words at the end were too many to look for
 */
record SearchPage(
        List<FoundProduct> items,
        long total,
        List<FacetRepresentation> facets,
        @Nullable String next,
        boolean complete,
        @Nullable String suggestion,
        int ignoredWords) {

    /**
     * @param values the most frequent first, and all that are selected
     * @param more how many other values there are
     */
    record FacetRepresentation(String name, List<ValueRepresentation> values, int more) {}

    record ValueRepresentation(String value, long count, boolean selected) {}

    static SearchPage of(SearchResult result, SearchRequest request) {
        return new SearchPage(
                result.hits().stream().map(FoundProduct::of).toList(),
                result.total(),
                result.facets().stream().map(SearchPage::facet).toList(),
                result.next() == null
                        ? null
                        : SearchParameters.link(SearchController.PATH, request.after(result.next())),
                result.complete(),
                result.suggestion(),
                result.ignoredWords());
    }

    private static FacetRepresentation facet(SearchResult.FacetCounts counts) {
        return new FacetRepresentation(
                counts.facet().text(),
                counts.values().stream()
                        .map(value -> new ValueRepresentation(value.value(), value.count(), value.selected()))
                        .toList(),
                counts.more());
    }
}
