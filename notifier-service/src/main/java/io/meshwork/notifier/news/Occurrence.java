package io.meshwork.notifier.news;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event and what it means to people.
 *
 * @param decidedAt when the underlying fact was decided
 * @param update news for consumers, null when there is none for them
 * @param alert news for ops, null when there is none for them
 * @param particulars what it says beyond its words
 * @param signal what it says of a trouble, null when nothing
 */
public record Occurrence(
        Origin origin,
        About about,
        Instant decidedAt,
        @Nullable News update,
        @Nullable News alert,
        Particulars particulars,
        @Nullable Signal signal) {

    /** One that says nothing beyond its words, and of no trouble. */
    public Occurrence(Origin origin, About about, Instant decidedAt, @Nullable News update, @Nullable News alert) {
        this(origin, about, decidedAt, update, alert, Particulars.NONE, null);
    }

    public Occurrence signalling(@Nullable Signal what) {
        return new Occurrence(origin, about, decidedAt, update, alert, particulars, what);
    }

    public Occurrence with(Particulars more) {
        return new Occurrence(origin, about, decidedAt, update, alert, more, signal);
    }

    public static Occurrence update(Origin origin, About about, Instant decidedAt, News update) {
        return new Occurrence(origin, about, decidedAt, update, null);
    }

    public static Occurrence alert(Origin origin, About about, Instant decidedAt, News alert) {
        return new Occurrence(origin, about, decidedAt, null, alert);
    }

    /** Of the contract, by names such as {@code orders.address.city}. */
    public List<String> changedFields() {
        return particulars.changedFields();
    }

    /** Of its news. */
    public List<String> kinds() {
        return Stream.of(Optional.ofNullable(update), Optional.ofNullable(alert))
                .flatMap(Optional::stream)
                .map(news -> news.kind().word())
                .distinct()
                .toList();
    }
}
