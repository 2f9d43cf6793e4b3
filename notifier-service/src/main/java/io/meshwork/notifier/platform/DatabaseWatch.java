package io.meshwork.notifier.platform;

import io.meshwork.notifier.alert.Alerts;
import io.meshwork.notifier.alert.PlatformTrouble;
import io.meshwork.notifier.alert.Trouble;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.product.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells ops when the notifier's own database does not answer for so long, and when it does again. No incident can be opened then, so
 * each replica remembers for itself, and tells once of each outage.
 */
public final class DatabaseWatch {

    private static final String PART = "database of the notifier";

    private final DirectLine line;
    private final Duration patience;
    private final Clock clock;
    private @Nullable Instant since;
    private boolean told;

    public DatabaseWatch(DirectLine line, Duration patience, Clock clock) {
        this.line = line;
        this.patience = patience;
        this.clock = clock;
    }

    public synchronized void answers() {
        if (since != null && told && !line.tell(over(since))) {
            return;
        }
        since = null;
        told = false;
    }

    public synchronized void isSilent(String why) {
        var now = clock.instant();
        if (since == null) {
            since = now;
        }
        if (!told && !now.isBefore(since.plus(patience))) {
            told = line.tell(trouble(since, why));
        }
    }

    private static News trouble(Instant since, String why) {
        var what = "does not answer since " + since.truncatedTo(ChronoUnit.SECONDS) + ": " + why;
        return Alerts.of(new PlatformTrouble(PART, Trouble.UNREACHABLE, what));
    }

    private News over(Instant since) {
        var lasted = Duration.between(since, clock.instant()).truncatedTo(ChronoUnit.SECONDS);
        return News.of(Kind.INCIDENT_RESOLVED, Severity.CRITICAL, "The " + PART + " answers again")
                .because(List.of(new Finding("", "it did not for " + lasted.toSeconds() + " seconds", null)))
                .advising("What happened meanwhile is told now.");
    }
}
