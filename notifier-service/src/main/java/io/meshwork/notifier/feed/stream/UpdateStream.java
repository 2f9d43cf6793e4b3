package io.meshwork.notifier.feed.stream;

import io.meshwork.notifier.feed.log.Entry;
import io.meshwork.notifier.feed.log.Place;
import io.meshwork.notifier.feed.log.Resumption;
import io.meshwork.notifier.feed.log.Resumption.Behind;
import io.meshwork.notifier.feed.log.Resumption.Gap;
import io.meshwork.notifier.feed.log.Selection;
import io.meshwork.notifier.feed.log.Stretch;
import io.meshwork.notifier.feed.stream.Follower.Signal.Closed;
import io.meshwork.notifier.feed.stream.Follower.Signal.FellBehind;
import io.meshwork.notifier.feed.stream.Follower.Signal.Told;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One who follows: first what stands in the log already, then what is added; each update once, in the order of the log. Who takes more
 * slowly than updates come falls behind, and reads in the log again.
 */
public final class UpdateStream {

    private final Streams streams;
    private final Selection selection;
    private final Follower follower;
    private final Resumption resumption;
    private Place at;

    UpdateStream(Streams streams, Selection selection, @Nullable Place from) {
        this.streams = streams;
        this.selection = selection;
        this.follower = new Follower(selection, streams.pace().buffer());
        this.resumption = from == null ? new Behind(streams.broadcast().reached()) : streams.resumption(from);
        this.at = resumption.from();
    }

    /**
     * Tells until it ends.
     *
     * @throws IOException when the audience has gone
     */
    public Ending tell(Audience audience) throws IOException, InterruptedException {
        var end = streams.clock().instant().plus(streams.pace().longest());
        if (resumption instanceof Gap gap) {
            audience.missed(gap);
        } else {
            audience.nothingUntil(at);
        }
        audience.flush();
        while (isBefore(end)) {
            catchUp(audience, end);
            var joined = streams.broadcast().join(follower);
            try {
                while (at.position() < joined.position() && more(audience) > 0) {
                    // what came between the last look into the log and now
                }
                if (follow(audience, end) == Left.BROADCAST_CLOSED) {
                    return Ending.CLOSED;
                }
            } finally {
                streams.broadcast().leave(follower);
            }
        }
        return Ending.LONG_ENOUGH;
    }

    private void catchUp(Audience audience, Instant end) throws IOException {
        while (isBefore(end) && !streams.broadcast().isClosed() && more(audience) == Streams.PAGE) {
            // a full page leaves more to tell
        }
    }

    /** @return entries read, whether they are told or not */
    private int more(Audience audience) throws IOException {
        var next = streams.after(at.position());
        if (next.trimmed() > at.position()) {
            var gap = new Gap(Resumption.Reason.EXPIRED, Place.unmarked(next.trimmed()));
            at = gap.from();
            audience.missed(gap);
        }
        tell(next, audience);
        return next.entries().size();
    }

    private void tell(Stretch stretch, Audience audience) throws IOException {
        boolean told = true;
        for (var entry : stretch.entries()) {
            at = entry.place();
            told = selection.wants(entry.update());
            if (told) {
                audience.told(entry);
            }
        }
        if (!told) {
            audience.nothingUntil(at);
        }
        audience.flush();
    }

    /** Why somebody follows the broadcast no longer. */
    private enum Left {
        TOO_SLOW,
        LONG_ENOUGH,
        BROADCAST_CLOSED
    }

    private Left follow(Audience audience, Instant end) throws IOException, InterruptedException {
        while (isBefore(end)) {
            // read before the look into the queue: what was offered up to here has been taken out of it when it is
            // empty
            var reached = streams.broadcast().reached();
            switch (follower.next(patience(end))) {
                case Told(var entry) -> tell(entry, audience);
                case FellBehind() -> {
                    return Left.TOO_SLOW;
                }
                case Closed() -> {
                    return Left.BROADCAST_CLOSED;
                }
                case null -> {
                    at = at.orLater(reached);
                    audience.nothingUntil(at);
                    audience.flush();
                }
            }
        }
        return Left.LONG_ENOUGH;
    }

    private boolean isBefore(Instant end) {
        return streams.clock().instant().isBefore(end);
    }

    /** What was read in the log before is offered once more. */
    private void tell(Entry entry, Audience audience) throws IOException {
        if (entry.position() > at.position()) {
            at = entry.place();
            audience.told(entry);
        }
        if (follower.isIdle()) {
            audience.flush();
        }
    }

    private Duration patience(Instant end) {
        var left = Duration.between(streams.clock().instant(), end);
        return left.compareTo(streams.pace().heartbeat()) < 0
                ? left
                : streams.pace().heartbeat();
    }
}
