package io.meshwork.catalog.discovery.lucene;

import io.meshwork.catalog.discovery.Facet;
import io.meshwork.catalog.discovery.SearchRequest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is asked of one facet: one of these values, or none of them.
 *
 * @param allowed false when the values are the ones to leave out
 */
record Selection(Facet facet, BitSet values, boolean allowed) {

    static List<Selection> of(SearchRequest request, Map<Facet, FacetValues> numbers) {
        List<Selection> selections = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            FacetValues known = Objects.requireNonNull(numbers.get(facet));
            Set<String> selected = request.selected().getOrDefault(facet, Set.of());
            Set<String> excluded = request.excluded(facet);
            if (!selected.isEmpty()) {
                selections.add(new Selection(facet, numbers(selected, known), true));
            } else if (!excluded.isEmpty()) {
                selections.add(new Selection(facet, numbers(excluded, known), false));
            }
        }
        return List.copyOf(selections);
    }

    /** A value that no product has ever had has no number, and selects nothing. */
    private static BitSet numbers(Set<String> values, FacetValues known) {
        BitSet numbers = new BitSet();
        values.stream().map(known::findNumber).filter(Objects::nonNull).forEach(numbers::set);
        return numbers;
    }
}
