package io.meshwork.notifier.feed.stream;

import io.meshwork.notifier.feed.log.Place;
import io.meshwork.notifier.feed.log.Stretch;
import io.meshwork.notifier.feed.log.UpdateLog;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Reads the log as it grows and tells all who follow it, whatever their number, with one query at a time. */
public final class Broadcast {

    private static final int PAGE = 500;

    private final UpdateLog log;
    private final Set<Follower> followers = new HashSet<>();
    private final ReentrantLock telling = new ReentrantLock();
    /** All up to here has been offered to all who followed then. */
    private volatile @Nullable Place reached;

    private volatile boolean closed;

    public Broadcast(UpdateLog log) {
        this.log = log;
    }

    /**
     * Gives positions to what waits for one, and tells the next page of the log: one page at a time, so that whoever reads at a usual
     * pace keeps up with a burst. For one thread.
     *
     * @return whether what was just given a position is to be told at once
     */
    public boolean step() {
        var from = reached();
        var next = log.after(from.position(), PAGE);
        if (next.last() < from.position()) {
            restart();
            return false;
        }
        tell(next);
        return next.waiting() && log.place();
    }

    private void tell(Stretch next) {
        telling.lock();
        try {
            for (var entry : next.entries()) {
                followers.removeIf(follower -> !follower.offer(entry));
                reached = entry.place();
            }
        } finally {
            telling.unlock();
        }
    }

    /** The log is shorter than it was, so it is one from a backup. */
    private void restart() {
        telling.lock();
        try {
            endAll();
            reached = log.newest();
        } finally {
            telling.unlock();
        }
    }

    /** @return what is behind this place, the follower is told */
    Place join(Follower follower) {
        telling.lock();
        try {
            if (closed) {
                follower.close();
            } else {
                followers.add(follower);
            }
            return reached();
        } finally {
            telling.unlock();
        }
    }

    void leave(Follower follower) {
        telling.lock();
        try {
            followers.remove(follower);
        } finally {
            telling.unlock();
        }
    }

    /** Ends all streams; those that come later end at once. */
    public void close() {
        telling.lock();
        try {
            closed = true;
            endAll();
        } finally {
            telling.unlock();
        }
    }

    public boolean isClosed() {
        return closed;
    }

    private void endAll() {
        followers.forEach(Follower::close);
        followers.clear();
    }

    Place reached() {
        var known = reached;
        return known != null ? known : begin();
    }

    private Place begin() {
        telling.lock();
        try {
            var known = reached;
            var begun = known == null ? log.newest() : known;
            reached = begun;
            return begun;
        } finally {
            telling.unlock();
        }
    }
}
