package io.meshwork.catalog.discovery.lucene;

import io.meshwork.catalog.discovery.Facet;
import io.meshwork.catalog.discovery.SearchRequest;
import io.meshwork.catalog.discovery.SearchResult.FacetCounts;
import io.meshwork.catalog.discovery.SearchResult.ValueCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.LongHeap;

/** The counts of a tally in words: the most frequent values of each facet, and all that are selected. */
final class FacetCounting {

    private static final int MOST_VALUES = 20;
    private static final long NUMBERS = 0xFFFF_FFFFL;
    private static final Comparator<ValueCount> FREQUENT_FIRST =
            Comparator.comparingLong(ValueCount::count).reversed().thenComparing(ValueCount::value);

    private FacetCounting() {}

    static List<FacetCounts> of(SearchRequest request, Tally tally, Map<Facet, FacetValues> values) {
        List<FacetCounts> facets = new ArrayList<>();
        values.forEach((facet, known) -> {
            Set<String> selected = request.selected().getOrDefault(facet, Set.of());
            facets.add(counts(facet, tally.counts(facet), known, selected));
        });
        return facets;
    }

    private static FacetCounts counts(Facet facet, int[] counts, FacetValues known, Set<String> selected) {
        LongHeap most = new LongHeap(MOST_VALUES);
        int different = 0;
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > 0) {
                different++;
                most.insertWithOverflow(((long) counts[number] << Integer.SIZE) | number);
            }
        }
        Set<String> unseen = new HashSet<>(selected);
        List<ValueCount> values = new ArrayList<>();
        while (most.size() > 0) {
            long packed = most.pop();
            String value = known.value((int) (packed & NUMBERS));
            values.add(new ValueCount(value, packed >>> Integer.SIZE, unseen.remove(value)));
        }
        int more = different - values.size();
        for (String value : unseen) {
            Integer number = known.findNumber(value);
            int count = number == null || number >= counts.length ? 0 : counts[number];
            more -= count > 0 ? 1 : 0;
            values.add(new ValueCount(value, count, true));
        }
        values.sort(FREQUENT_FIRST);
        return new FacetCounts(facet, values, more);
    }
}
