package io.meshwork.notifier.feed.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The updates in one order. Decisions add theirs without a position; once they are committed they get one, and what has a position is
 * visible to all before the next one is given. So who has read up to a position has missed nothing.
 */
public interface UpdateLog {

    /** Adds what was not added before; used inside the transaction that decides. */
    void append(List<Update> updates);

    /**
     * Gives positions to what is committed and has none, in a transaction of its own.
     *
     * @return false when there was nothing to do, or another replica is just doing it
     */
    boolean place();

    /** What stands behind a position. */
    Stretch after(long position, int limit);

    /** The end of the log. */
    Place newest();

    /** When the log began. */
    Instant since();

    /** What stands before a position, newest first. */
    List<Entry> before(Range range);

    /**
     * @param before position, exclusive
     * @param since told at or after, null for all that is kept
     * @param limit entries at most
     */
    record Range(Selection selection, long before, @Nullable Instant since, int limit) {}
}
