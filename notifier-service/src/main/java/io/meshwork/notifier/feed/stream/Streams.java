package io.meshwork.notifier.feed.stream;

import io.meshwork.notifier.feed.log.Place;
import io.meshwork.notifier.feed.log.Resumption;
import io.meshwork.notifier.feed.log.Selection;
import io.meshwork.notifier.feed.log.Stretch;
import io.meshwork.notifier.feed.log.UpdateLog;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** What all streams of a replica share. */
public final class Streams {

    static final int PAGE = 200;
    /** Streams that read what they missed at the same time: after a restart all come at once, and decisions need connections, too. */
    private static final int READERS = 2;

    private final UpdateLog log;
    private final Broadcast broadcast;
    private final Pace pace;
    private final Clock clock;
    private final Semaphore reading = new Semaphore(READERS);

    public Streams(UpdateLog log, Broadcast broadcast, Pace pace, Clock clock) {
        this.log = log;
        this.broadcast = broadcast;
        this.pace = pace;
        this.clock = clock;
    }

    /** @param from what the client has read, null to begin with what comes next */
    public UpdateStream open(Selection selection, @Nullable Place from) {
        return new UpdateStream(this, selection, from);
    }

    /** Whether streams would end at once. */
    public boolean isClosed() {
        return broadcast.isClosed();
    }

    Resumption resumption(Place from) {
        return Resumption.of(from, read(from.position() - 1, 1));
    }

    Stretch after(long position) {
        return read(position, PAGE);
    }

    private Stretch read(long after, int limit) {
        reading.acquireUninterruptibly();
        try {
            return log.after(after, limit);
        } finally {
            reading.release();
        }
    }

    Broadcast broadcast() {
        return broadcast;
    }

    Pace pace() {
        return pace;
    }

    Clock clock() {
        return clock;
    }
}
