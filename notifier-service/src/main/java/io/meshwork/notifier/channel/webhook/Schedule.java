package io.meshwork.notifier.channel.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a notification is tried again.
 *
 * @param waits after the first, second, ... vain try
 * @param jitter by which part a wait may be longer, so that those that failed together do not come together
 * @param longestAsked most of what an endpoint may ask to wait
 */
record Schedule(List<Duration> waits, double jitter, Duration longestAsked, RandomGenerator random) {

    Schedule {
        waits = List.copyOf(waits);
    }

    /**
     * @param tries vain ones so far, at least 1
     * @param asked by Retry-After, null when nothing was asked; never sooner than that
     * @return empty when it is not tried again
     */
    Optional<Duration> next(int tries, @Nullable Duration asked) {
        return tries > waits.size() ? Optional.empty() : Optional.of(later(waits.get(tries - 1), asked));
    }

    /** How long the endpoint is left alone after a notification was given up. */
    Duration pause(@Nullable Duration asked) {
        return later(waits.getFirst(), asked);
    }

    private Duration later(Duration wait, @Nullable Duration asked) {
        var jittered = wait.plusNanos((long) (wait.toNanos() * jitter * random.nextDouble()));
        var bounded = asked == null || asked.compareTo(longestAsked) < 0 ? asked : longestAsked;
        return bounded == null || bounded.compareTo(jittered) < 0 ? jittered : bounded;
    }
}
