package io.meshwork.cli.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
}
