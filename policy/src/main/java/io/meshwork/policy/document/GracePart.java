package io.meshwork.policy.document;

import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.value.Measures;
import java.time.Duration;

/** {@code grace}: how long a product that complied before a change of policies stays listed although it no longer does. */
final class GracePart {

    /** Unless the policy says otherwise. */
    static final Duration DEFAULT = Duration.ofDays(14);

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final String KEY = "grace";

    private GracePart() {}

    static Duration read(Part spec) {
        Node node = spec.value(KEY);
        if (node == null) {
            return DEFAULT;
        }
        Double seconds = Measures.normalize(String.valueOf(node.plain()), null);
        if (seconds == null || seconds < 0 || seconds > LONGEST.toSeconds()) {
            spec.problem(
                    "invalid",
                    KEY,
                    "`grace` is no duration of at most " + LONGEST.toDays() + " days",
                    "Write one such as `14 days`, `12 hours` or `0 days`.");
            return DEFAULT;
        }
        return Duration.ofSeconds(seconds.longValue());
    }
}
