package io.meshwork.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them. */
final class Figures {

    private Figures() {}

    static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A score with three digits, a dash when there is none. */
    static String score(@Nullable Double score) {
        return score == null
                ? "–"
                : BigDecimal.valueOf(score).setScale(3, RoundingMode.HALF_UP).toPlainString();
    }

    static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
