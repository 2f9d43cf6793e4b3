package io.meshwork.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Scores and shares for people; programs get them from 0 to 1, as services tell them. */
public final class Percent {

    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final BigDecimal ALL = new BigDecimal("100");

    private Percent() {}

    /** One or two digits after the point; 0.0 % and 100.0 % are never rounded to. A dash for none. */
    public static String of(@Nullable Double share) {
        return share == null || !Double.isFinite(share) ? "-" : text(rounded(share)) + " %";
    }

    public static String of(JsonNode share) {
        return of(share.isNumber() ? (Double) share.asDouble() : null);
    }

    /** In percentage points, with its sign, so that a table shows at once which way it went. */
    public static String change(@Nullable Double change) {
        if (change == null || !Double.isFinite(change)) {
            return "-";
        }
        BigDecimal points = rounded(change);
        return (points.signum() < 0 ? "" : "+") + text(points) + " points";
    }

    private static BigDecimal rounded(double share) {
        BigDecimal exact = BigDecimal.valueOf(share).movePointRight(2);
        BigDecimal rounded = exact.setScale(2, RoundingMode.HALF_UP);
        if (rounded.signum() == 0 && exact.signum() != 0) {
            return exact.signum() < 0 ? LEAST.negate() : LEAST;
        }
        return rounded.compareTo(ALL) == 0 && exact.compareTo(ALL) != 0
                ? exact.compareTo(ALL) < 0 ? ALL.subtract(LEAST) : ALL.add(LEAST)
                : rounded;
    }

    private static String text(BigDecimal percent) {
        BigDecimal shortest = percent.stripTrailingZeros();
        return (shortest.scale() < 1 ? shortest.setScale(1) : shortest).toPlainString();
    }
}
