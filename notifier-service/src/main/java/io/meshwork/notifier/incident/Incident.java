package io.meshwork.notifier.incident;

import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.news.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong, from the first alert until it is over.
 *
 * @param number short and unique, for people
 * @param news the last alert
 * @param rank of the version that the last alert was about, see {@link Signal#rank}
 * @param changedAt when it was last opened, raised, acknowledged or resolved
 * @param handler who acknowledged or resolved it, null when nobody did
 * @param quietAt when it is over unless there is another alert, null when its end is told
 * @param alerts how many were filed under it
 * @param flaps how often it came back soon after it was over
 * @param revision counts its changes, from 1; readers keep the highest
 */
public record Incident(
        long number,
        IncidentKey key,
        IncidentState state,
        About about,
        News news,
        long rank,
        Instant openedAt,
        Instant changedAt,
        @Nullable Handler handler,
        @Nullable Instant quietAt,
        int alerts,
        int flaps,
        long revision) {

    /**
     * Who took care of it.
     *
     * @param note for the others, null when they left none
     */
    public record Handler(String principal, @Nullable String note) {}

    /** An alert that tells of trouble. */
    record Alarm(About about, News news, Signal signal) {}

    static Incident opened(long number, Alarm alarm, Instant now) {
        return new Incident(
                number,
                IncidentKey.of(alarm.about(), alarm.signal().cause()),
                IncidentState.OPEN,
                alarm.about(),
                alarm.news(),
                alarm.signal().rank(),
                now,
                now,
                null,
                quietAt(alarm, now),
                1,
                0,
                1);
    }

    public boolean isResolved() {
        return state == IncidentState.RESOLVED;
    }

    /** Whether it stands for those of many products. */
    public boolean isOfDomain() {
        return about.productId() == null && about.domain() != null;
    }

    public Severity severity() {
        return news.severity();
    }

    /** Comes back so soon that it is the same trouble. */
    boolean comesBack(Instant now, Duration soon) {
        return isResolved() && now.isBefore(changedAt.plus(soon));
    }

    Incident reopened(Alarm alarm, Instant now) {
        return with(IncidentState.OPEN, alarm, now, now, null, flaps + 1);
    }

    /** Another alert; one that is worse than the last needs somebody again. */
    Incident alarmed(Alarm alarm, Instant now) {
        return isRaisedBy(alarm)
                ? with(IncidentState.OPEN, alarm, now, now, null, flaps)
                : with(state, alarm, changedAt, now, handler, flaps);
    }

    boolean isRaisedBy(Alarm alarm) {
        return alarm.news().severity().compareTo(severity()) > 0;
    }

    /** What is over for a version is over for those before it; an older version says nothing about a newer one. */
    boolean isEndedBy(About other, Signal over) {
        return rank <= over.rank() || Objects.equals(about.version(), other.version());
    }

    /** Whether it is over because nothing was heard of it for long enough. */
    public boolean isQuietAt(Instant now) {
        return quietAt != null && !now.isBefore(quietAt);
    }

    public Incident resolved(Instant now) {
        return handled(IncidentState.RESOLVED, null, now);
    }

    public Incident handled(IncidentState next, @Nullable Handler by, Instant now) {
        return new Incident(
                number, key, next, about, news, rank, openedAt, now, by, quietAt, alerts, flaps, revision + 1);
    }

    private Incident with(
            IncidentState next, Alarm alarm, Instant changed, Instant now, @Nullable Handler by, int flapping) {
        return new Incident(
                number,
                key,
                next,
                alarm.about(),
                alarm.news(),
                Math.max(rank, alarm.signal().rank()),
                openedAt,
                changed,
                by,
                quietAt(alarm, now),
                alerts + 1,
                flapping,
                revision + 1);
    }

    private static @Nullable Instant quietAt(Alarm alarm, Instant now) {
        var quiet = alarm.signal().quiet();
        return quiet == null ? null : now.plus(quiet);
    }
}
