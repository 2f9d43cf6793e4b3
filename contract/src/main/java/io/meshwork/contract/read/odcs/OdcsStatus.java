package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.LifecycleStatus;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Section;
import java.util.Locale;
import java.util.Optional;

/** {@code status}. The standards leave the words open; these are the ones their versions give as examples. */
public final class OdcsStatus {

    private OdcsStatus() {}

    public static LifecycleStatus read(Section root) {
        String written = root.required("status", "Write proposed, draft, active, deprecated or retired.");
        Optional<LifecycleStatus> known = of(written);
        if (known.isEmpty()) {
            root.warning(
                    "status",
                    "unknown",
                    "the status " + Quoted.of(written) + " is not known and counts as development",
                    "Write proposed, draft, active, deprecated or retired.");
        }
        LifecycleStatus status = known.orElse(LifecycleStatus.DEVELOPMENT);
        root.keepUnless("status", word(status));
        return status;
    }

    /** How the standards call it. */
    public static String word(LifecycleStatus status) {
        return switch (status) {
            case DEVELOPMENT -> "draft";
            case TESTING -> "testing";
            case PRODUCTION -> "active";
            case DEPRECATED -> "deprecated";
            case RETIRED -> "retired";
        };
    }

    private static Optional<LifecycleStatus> of(String written) {
        return Optional.ofNullable(
                switch (written.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ')) {
                    case "active", "production", "prod", "current", "live", "published" -> LifecycleStatus.PRODUCTION;
                    case "test", "testing", "in test", "staging" -> LifecycleStatus.TESTING;
                    case "proposed", "draft", "development", "in development", "dev", "" -> LifecycleStatus.DEVELOPMENT;
                    case "deprecated" -> LifecycleStatus.DEPRECATED;
                    case "retired" -> LifecycleStatus.RETIRED;
                    default -> null;
                });
    }
}
