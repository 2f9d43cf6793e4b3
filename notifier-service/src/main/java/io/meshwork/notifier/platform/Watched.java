package io.meshwork.notifier.platform;

import io.meshwork.notifier.alert.Trouble;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the platform as it was last seen.
 *
 * @param part {@code broker}, {@code registry}, or a service and its topic
 * @param told trouble that ops know of
 * @param since when what is wrong now was first seen, null when nothing is
 * @param marks for a consumer, how far each partition was read when it last moved
 */
public record Watched(String part, Trouble told, @Nullable Instant since, List<Mark> marks) {

    /** @param at when it moved there, or had nothing to read */
    public record Mark(int partition, long read, Instant at) {}

    public Watched {
        marks = List.copyOf(marks);
    }

    public static Watched unseen(String part) {
        return new Watched(part, Trouble.NONE, null, List.of());
    }

    Watched told(Trouble trouble) {
        return new Watched(part, trouble, since, marks);
    }

    /** Something that answers or does not. */
    Watched seen(boolean reachable, Instant now) {
        return new Watched(part, told, reachable ? null : since == null ? now : since, marks);
    }

    /** @param mostWaiting so many records may wait for it */
    Watched seen(List<Position> positions, long mostWaiting, Instant now) {
        var next = positions.stream().map(position -> mark(position, now)).toList();
        long lag = positions.stream().mapToLong(Position::lag).sum();
        return new Watched(part, told, lag <= mostWaiting ? null : since == null ? now : since, next);
    }

    /** When the partition that stands still longest last moved; empty when nothing waits. */
    Optional<Instant> stillSince(List<Position> positions) {
        return positions.stream()
                .filter(position -> position.lag() > 0)
                .flatMap(position -> before(position.partition()).stream())
                .map(Mark::at)
                .min(Comparator.naturalOrder());
    }

    private Mark mark(Position position, Instant now) {
        return before(position.partition())
                .filter(before -> position.lag() > 0 && before.read() == position.read())
                .orElseGet(() -> new Mark(position.partition(), position.read(), now));
    }

    private Optional<Mark> before(int partition) {
        return marks.stream().filter(mark -> mark.partition() == partition).findFirst();
    }
}
