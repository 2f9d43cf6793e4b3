package io.meshwork.catalog.product;

import io.meshwork.catalog.product.Score.Quality;
import io.meshwork.catalog.product.Verdict.Compliance;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a product stands before its consumers, from what policies and data say about its latest version.
 *
 * @param qualityScore 0..1, null when not scored
 * @param reasons why it is blocked or warned about, policies first; empty otherwise
 */
public record Listing(
        State state,
        Compliance compliance,
        Quality quality,
        @Nullable Double qualityScore,
        List<Reason> reasons) {

    /** A product can break any number of rules, a record cannot carry any number of reasons. */
    private static final int MOST_REASONS = 50;

    static final Listing PENDING = new Listing(State.PENDING, Compliance.UNKNOWN, Quality.UNKNOWN, null, List.of());

    public Listing {
        reasons = List.copyOf(reasons);
    }

    /** Whether consumers find the product. */
    public enum State {
        /** Policies or quality have not spoken yet. */
        PENDING,
        LISTED,
        LISTED_WITH_WARNINGS,
        BLOCKED;

        public static State fromText(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Pending until both have spoken; what only one of them says is with the version, so that a product is announced once. */
    public static Listing of(@Nullable Verdict verdict, @Nullable Score score) {
        if (verdict == null || score == null) {
            return PENDING;
        }
        Compliance compliance = verdict.compliance();
        Quality quality = score.quality();
        if (compliance == Compliance.UNKNOWN || quality == Quality.UNKNOWN) {
            return PENDING;
        }
        List<Reason> reasons = Stream.concat(verdict.reasons().stream(), score.reasons().stream())
                .limit(MOST_REASONS)
                .toList();
        return new Listing(state(compliance, quality, reasons), compliance, quality, score.overall(), reasons);
    }

    private static State state(Compliance compliance, Quality quality, List<Reason> reasons) {
        if (compliance == Compliance.VIOLATED) {
            return State.BLOCKED;
        }
        boolean warned = compliance == Compliance.WARNINGS || quality == Quality.FAILED || !reasons.isEmpty();
        return warned ? State.LISTED_WITH_WARNINGS : State.LISTED;
    }
}
