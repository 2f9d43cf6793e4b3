package io.meshwork.notifier.silence;

import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.schedule.Window;
import io.meshwork.notifier.subscription.Filter;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Alerts that match are not told from one moment to another, or in hours of every week in between; what is still wrong then is told.
 *
 * @param team that asked for it
 * @param matches alerts, as a subscription would
 * @param from inclusive
 * @param until exclusive; null when it is weekly and stays
 * @param weekly hours in which it holds, null when it always does
 * @param reason why, for those who look for the alert
 */
public record Silence(
        String id,
        String team,
        Filter matches,
        Instant from,
        @Nullable Instant until,
        @Nullable Window weekly,
        String reason) {

    public Silence {
        if (until == null && weekly == null) {
            throw new IllegalArgumentException("a silence that neither ends nor pauses hides trouble for ever");
        }
    }

    /** One that holds all the time. */
    public Silence(String id, String team, Filter matches, Instant from, Instant until, String reason) {
        this(id, team, matches, from, until, null, reason);
    }

    public boolean covers(About about, News alert, Instant now) {
        return holds(now) && matches.wants(about, alert);
    }

    /** When those may be told again that it covers now: at its end, or at that of the hours of the week. */
    public Instant endOf(Instant now) {
        if (weekly == null) {
            return Objects.requireNonNull(until);
        }
        var pause = weekly.after(now);
        return until == null || pause.isBefore(until) ? pause : until;
    }

    boolean holds(Instant now) {
        return !now.isBefore(from) && !isOver(now) && (weekly == null || weekly.holds(now));
    }

    boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }
}
