package io.meshwork.local.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something the mesh announced about a product version. */
sealed interface Step {

    String product();

    /** When the deciding service says it happened. */
    Instant at();

    record Published(String product, String version, Instant at, Instant submittedAt) implements Step {}

    record Rejected(String product, List<String> problems, Instant at) implements Step {}

    record Judged(String product, String verdict, int policies, List<String> violations, Instant at) implements Step {}

    record Scored(
            String product,
            String status,
            @Nullable Double score,
            List<String> failed,
            @Nullable String reason,
            Instant at)
            implements Step {}

    record Listed(
            String product,
            String version,
            String state,
            String compliance,
            String quality,
            @Nullable Double score,
            Instant at,
            Instant submittedAt)
            implements Step {

        boolean isFinal() {
            return !state.equals("pending");
        }
    }

    /** A record of the consumers' feed. */
    record Fed(String product, String kind, String headline, List<String> subscriptions, Instant at) implements Step {}
}
