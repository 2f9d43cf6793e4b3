package io.meshwork.catalog.discovery;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Scores in words, so that people can pick a range. */
enum QualityBand {
    /** At least 0.99. */
    EXCELLENT(0.99),
    /** At least 0.95. */
    GOOD(0.95),
    /** At least 0.8. */
    FAIR(0.8),
    POOR(0),
    NOT_SCORED(Double.NaN);

    private final double atLeast;

    QualityBand(double atLeast) {
        this.atLeast = atLeast;
    }

    static QualityBand of(@Nullable Double score) {
        if (score != null) {
            for (QualityBand band : values()) {
                if (score >= band.atLeast) {
                    return band;
                }
            }
        }
        return NOT_SCORED;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
