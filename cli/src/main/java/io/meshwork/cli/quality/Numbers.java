package io.meshwork.cli.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Numbers for tables. */
final class Numbers {

    private Numbers() {}

    /** At most four digits after the point; a dash for none. */
    static String of(@Nullable Double number) {
        return number == null || number.isNaN() || number.isInfinite()
                ? "-"
                : BigDecimal.valueOf(number)
                        .setScale(4, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    static String of(JsonNode number) {
        return of(number.isNumber() ? (Double) number.asDouble() : null);
    }

    static String score(@Nullable Double score) {
        return score == null ? "-" : String.format(Locale.ROOT, "%.4f", score);
    }

    static String score(JsonNode score) {
        return score(score.isNumber() ? (Double) score.asDouble() : null);
    }

    /** With its sign, so that a table shows at once which way it went. */
    static String change(JsonNode change) {
        return change.isNumber() ? String.format(Locale.ROOT, "%+.4f", change.asDouble()) : "-";
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
