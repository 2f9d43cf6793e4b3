package io.meshwork.notifier.feed.log;

import java.util.List;

/**
 * A part of the log, and how the log stood at that moment.
 *
 * @param last position given last, 0 when none was
 * @param trimmed up to this position entries are no longer kept
 * @param waiting whether there are updates without a position
 * @param entries in their order
 */
public record Stretch(long last, long trimmed, boolean waiting, List<Entry> entries) {

    public Stretch {
        entries = List.copyOf(entries);
    }
}
