package io.meshwork.catalog.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param total products found, on all pages
 * @param facets counts of the products found by value
 * @param next where the next page goes on, null at the end
 * @param complete whether the index has all products; false while it is built for the first time, or anew
 * @param suggestion words that find something, when these found nothing; null when there are none
 * @param ignoredWords how many words at the end of the text were too many to look for
 */
public record SearchResult(
        List<Hit> hits,
        long total,
        List<FacetCounts> facets,
        @Nullable Cursor next,
        boolean complete,
        @Nullable String suggestion,
        int ignoredWords) {

    public SearchResult {
        hits = List.copyOf(hits);
        facets = List.copyOf(facets);
    }

    /**
     * A product that was found.
     *
     * @param usage declared consumers and products that are made from it
     * @param matches where the words were found, the most telling first; empty when none were looked for
     */
    public record Hit(Entry product, int usage, List<Match> matches) {

        public Hit {
            matches = List.copyOf(matches);
        }
    }

    /**
     * A text in which words were found.
     *
     * @param source which of the product's texts
     * @param text all of a short text, a part of a long one
     * @param marks the words that were found
     */
    public record Match(Source source, String text, List<Mark> marks) {

        public Match {
            marks = List.copyOf(marks);
        }
    }

    /** A part of a text, in UTF-16 units from 0; the end is not part of it. */
    public record Mark(int start, int end) {}

    /**
     * How many of the products found have a value of the facet; what is selected in this very facet does not count, so that one sees
     * what another choice would find.
     *
     * @param values the most frequent first, and all that are selected
     * @param more how many other values there are
     */
    public record FacetCounts(Facet facet, List<ValueCount> values, int more) {

        public FacetCounts {
            values = List.copyOf(values);
        }
    }

    public record ValueCount(String value, long count, boolean selected) {}
}
