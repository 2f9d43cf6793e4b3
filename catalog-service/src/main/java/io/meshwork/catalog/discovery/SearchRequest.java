package io.meshwork.catalog.discovery;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param text words, none for all products; the last one may be the beginning of a word
 * @param selected values by facet: any of a facet's, and some of every facet's
 * @param hidden also retired and blocked products; they are found without it, too, when their lifecycle or state is selected
 * @param after where the page before ended, null for the first
 */
public record SearchRequest(
        String text,
        Map<Facet, Set<String>> selected,
        boolean hidden,
        Order order,
        @Nullable Cursor after,
        int limit) {

    /** What is left out unless it is asked for. */
    public static final Map<Facet, Set<String>> HIDDEN =
            Map.of(Facet.LIFECYCLE, Set.of("retired"), Facet.STATE, Set.of("blocked"));

    public SearchRequest {
        Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
        selected.forEach((facet, values) -> copy.put(facet, Set.copyOf(values)));
        selected = copy;
    }

    /** The best of what fits these words. */
    public static SearchRequest of(String text, int limit) {
        return new SearchRequest(text, Map.of(), false, Order.RELEVANCE, null, limit);
    }

    /** The page after this one. */
    public SearchRequest after(Cursor end) {
        return new SearchRequest(text, selected, hidden, order, end, limit);
    }

    /** The first page of the same search by other words. */
    public SearchRequest withText(String other) {
        return new SearchRequest(other, selected, hidden, order, null, limit);
    }

    /** The first page of the same search with this value selected, or no longer selected when it was. */
    public SearchRequest toggled(Facet facet, String value) {
        Set<String> values = new TreeSet<>(selected.getOrDefault(facet, Set.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        Map<Facet, Set<String>> others = new HashMap<>(selected);
        others.put(facet, values);
        others.values().removeIf(Set::isEmpty);
        return new SearchRequest(text, others, hidden, order, null, limit);
    }

    /** The first page of what the same search finds in another order. */
    public SearchRequest orderedBy(Order other) {
        return new SearchRequest(text, selected, hidden, other, null, limit);
    }

    /** The values that a product may not have in this facet. */
    public Set<String> excluded(Facet facet) {
        return hidden || selected.containsKey(facet) ? Set.of() : HIDDEN.getOrDefault(facet, Set.of());
    }
}
