package io.meshwork.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time of the service's database. All replicas share it, and jobs are due by it, so a host whose clock is wrong or jumps delays
 * nothing. Between two comparisons it counts by itself, as it does while the database does not answer.
 */
public final class MeshClock implements InstantSource {

    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    /** More than two replicas can differ by. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private volatile Anchor anchor;
    private @Nullable Duration suspected;
    private boolean compared;

    private record Anchor(Instant time, long nanos) {}

    /**
     * @param host tells the time until the first comparison
     * @param nanoTime counts evenly whatever becomes of the host's clock
     */
    public MeshClock(InstantSource host, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.anchor = new Anchor(host.instant(), nanoTime.getAsLong());
    }

    /** What was noted later than this was noted before the clock was put back, and says nothing about how long to wait. */
    public static Instant latestNote(Instant now) {
        return now.plus(AHEAD);
    }

    @Override
    public Instant instant() {
        var from = anchor;
        return from.time().plusNanos(nanoTime.getAsLong() - from.nanos());
    }

    /**
     * Follows the database when it differs by more than a second, after the first comparison only when the next one finds the same:
     * meanwhile whoever holds a lease has renewed it, so that no jump makes it end, or last, by itself.
     *
     * @return by how much it was put right
     */
    synchronized Optional<Duration> compare(Instant database) {
        var nanos = nanoTime.getAsLong();
        var off = Duration.between(instant(), database);
        boolean agrees = off.abs().compareTo(TOLERANCE) <= 0;
        var before = suspected;
        boolean certain = !compared || before != null && off.minus(before).abs().compareTo(TOLERANCE) <= 0;
        compared = true;
        suspected = agrees || certain ? null : off;
        if (agrees || !certain) {
            return Optional.empty();
        }
        anchor = new Anchor(database, nanos);
        return Optional.of(off);
    }
}
