package io.meshwork.local.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Slack's rate limit: one message per second and channel. */
final class SlackPace {

    static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Clock clock;
    private final Map<String, Instant> nextAllowed = new ConcurrentHashMap<>();

    SlackPace(Clock clock) {
        this.clock = clock;
    }

    /** A webhook posts to one channel. Whether it may take a message now; if so, it may not again for a second. */
    boolean allows(String webhook) {
        Instant now = clock.instant();
        Instant after = now.plus(INTERVAL);
        return nextAllowed.compute(webhook, (same, next) -> next == null || !now.isBefore(next) ? after : next)
                == after;
    }
}
