package io.meshwork.policy.define.web;

import io.meshwork.policy.define.PolicyDecisions;
import io.meshwork.policy.define.PolicyDecisions.Kept;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Waits for a decision that any replica may take; policies change seldom, so every waiter asks for itself. */
@Component
class DecisionWait {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private final PolicyDecisions decisions;

    DecisionWait(PolicyDecisions decisions) {
        this.decisions = decisions;
    }

    /** Empty when it is not decided in time. */
    Optional<Kept> until(UUID requestId) {
        long end = System.nanoTime() + LONGEST.toNanos();
        Optional<Kept> kept = decisions.find(requestId);
        while (kept.isEmpty() && System.nanoTime() < end && pause()) {
            kept = decisions.find(requestId);
        }
        return kept;
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
