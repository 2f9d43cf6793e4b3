package io.meshwork.notifier.silence;

import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.subscription.Filter;
import java.time.Instant;

/**
 * Alerts that match are not told from one moment to another; what is still wrong then is told.
 *
 * @param team that asked for it
 * @param matches alerts, as a subscription would
 * @param from inclusive
 * @param until exclusive
 * @param reason why, for those who look for the alert
 */
public record Silence(String id, String team, Filter matches, Instant from, Instant until, String reason) {

    public boolean covers(About about, News alert, Instant now) {
        return !now.isBefore(from) && now.isBefore(until) && matches.wants(about, alert);
    }
}
