package io.meshwork.catalog.discovery.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a facet by number, the same in all segments, so that counting needs no texts. Values that nobody has any more keep
 * their number until the service restarts.
 */
final class FacetValues {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> values = new ArrayList<>();

    synchronized int numberOf(String value) {
        Integer known = numbers.putIfAbsent(value, values.size());
        if (known != null) {
            return known;
        }
        values.add(value);
        return values.size() - 1;
    }

    synchronized @Nullable Integer findNumber(String value) {
        return numbers.get(value);
    }

    synchronized String value(int number) {
        return values.get(number);
    }

    synchronized int size() {
        return values.size();
    }
}
