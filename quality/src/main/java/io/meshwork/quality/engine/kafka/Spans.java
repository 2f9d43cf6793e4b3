package io.meshwork.quality.engine.kafka;

import java.util.Comparator;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which offsets of each partition are read. */
record Spans(Map<Integer, Span> ofPartitions) {

    private static final int LISTED = 12;

    /**
     * @param first that the partition has
     * @param from first that is read
     * @param end behind the last
     */
    record Span(long first, long from, long end) {

        Span {
            from = Math.clamp(from, first, Math.max(first, end));
        }

        long length() {
            return Math.max(0, end - from);
        }

        Span newest(long most) {
            return new Span(first, Math.max(from, end - most), end);
        }
    }

    Spans {
        ofPartitions = new TreeMap<>(ofPartitions);
    }

    /** The newest, as many of each partition; what short ones leave goes to the others. */
    Spans newest(long most) {
        Map<Integer, Span> narrowed = new TreeMap<>();
        long remaining = most;
        int left = ofPartitions.size();
        for (Entry<Integer, Span> entry : ofPartitions.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().length()))
                .toList()) {
            Span span = entry.getValue().newest(remaining / left);
            narrowed.put(entry.getKey(), span);
            remaining -= span.length();
            left--;
        }
        return new Spans(narrowed);
    }

    boolean isEverything() {
        return ofPartitions.values().stream().allMatch(span -> span.from() == span.first());
    }

    @Override
    public String toString() {
        String listed = ofPartitions.entrySet().stream()
                .filter(entry -> entry.getValue().length() > 0)
                .limit(LISTED)
                .map(entry -> entry.getKey() + ": " + entry.getValue().from() + "–"
                        + (entry.getValue().end() - 1))
                .collect(Collectors.joining(", "));
        long filled =
                ofPartitions.values().stream().filter(span -> span.length() > 0).count();
        return filled > LISTED ? listed + " and " + (filled - LISTED) + " partitions more" : listed;
    }
}
