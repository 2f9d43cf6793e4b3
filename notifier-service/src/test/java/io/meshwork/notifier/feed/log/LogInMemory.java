package io.meshwork.notifier.feed.log;

import io.meshwork.notifier.Given;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A log that is as good as the table for who reads it. */
public final class LogInMemory implements UpdateLog {

    private final List<Update> waiting = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private long last;
    private long trimmed;
    private int reads;

    @Override
    public synchronized void append(List<Update> updates) {
        waiting.addAll(updates);
    }

    @Override
    public synchronized boolean place() {
        boolean any = !waiting.isEmpty();
        waiting.forEach(update -> entries.add(GivenUpdates.entry(++last, update)));
        waiting.clear();
        return any;
    }

    public synchronized void add(Update... updates) {
        append(List.of(updates));
        place();
    }

    public synchronized void trim(long until) {
        entries.removeIf(entry -> entry.position() <= until);
        trimmed = until;
    }

    public synchronized int reads() {
        return reads;
    }

    @Override
    public synchronized Stretch after(long position, int limit) {
        reads++;
        return new Stretch(
                last,
                trimmed,
                !waiting.isEmpty(),
                entries.stream()
                        .filter(entry -> entry.position() > position)
                        .limit(limit)
                        .toList());
    }

    @Override
    public synchronized Place newest() {
        return entries.isEmpty() ? Place.unmarked(last) : entries.getLast().place();
    }

    @Override
    public Instant since() {
        return Given.NOW;
    }

    @Override
    public synchronized List<Entry> before(Range range) {
        return entries.stream()
                .filter(entry -> entry.position() < range.before())
                .filter(entry -> range.selection().wants(entry.update()))
                .sorted(Comparator.comparingLong(Entry::position).reversed())
                .limit(range.limit())
                .toList();
    }
}
