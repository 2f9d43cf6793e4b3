package io.meshwork.cli.slo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Promised and measured times for people; programs get them in seconds. */
final class Seconds {

    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    private Seconds() {}

    /** To the microsecond below a second, to the millisecond below a minute, else to the second. */
    static String text(double seconds) {
        BigDecimal exact = BigDecimal.valueOf(seconds);
        if (exact.abs().compareTo(BigDecimal.ONE) < 0) {
            return exact.signum() == 0 ? "0 s" : rounded(exact.movePointRight(3)) + " ms";
        }
        if (exact.compareTo(MINUTE) < 0) {
            return rounded(exact) + " s";
        }
        Duration whole = Duration.ofSeconds(Math.round(seconds));
        return Stream.of(
                        part(whole.toDaysPart(), "d"),
                        part(whole.toHoursPart(), "h"),
                        part(whole.toMinutesPart(), "min"),
                        part(whole.toSecondsPart(), "s"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + " " + unit;
    }

    private static String rounded(BigDecimal number) {
        BigDecimal shortest = number.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
        return shortest.toPlainString();
    }
}
