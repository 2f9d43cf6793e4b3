package io.meshwork.quality.slo.promise;

import io.meshwork.contract.model.ServiceLevelObjective;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code 1000}, {@code 500 records/s} and {@code 2 million rows per hour} without guessing: the last is none. */
final class Rates {

    private static final Pattern RATE = Pattern.compile("([+]?\\d{1,15}(?:\\.\\d{1,9})?)\\s*(.{0,60})");
    private static final Pattern UNIT =
            Pattern.compile("(?:[a-z]{0,30})\\s{0,3}(?:/|per)\\s{0,3}(s|sec|second|m|min|minute|h|hour|d|day)");

    private Rates() {}

    static Optional<Double> perSecond(ServiceLevelObjective level) {
        Matcher rate = RATE.matcher(level.value().strip());
        if (!rate.matches()) {
            return Optional.empty();
        }
        String written = rate.group(2).isEmpty() && level.unit() != null ? level.unit() : rate.group(2);
        double number = Double.parseDouble(rate.group(1));
        return seconds(written.strip().toLowerCase(Locale.ROOT))
                .map(seconds -> number / seconds)
                .filter(perSecond -> perSecond > 0);
    }

    private static Optional<Double> seconds(String unit) {
        if (unit.isEmpty()) {
            return Optional.of(1.0);
        }
        Matcher matcher = UNIT.matcher(unit);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (matcher.group(1).charAt(0)) {
                    case 'm' -> 60.0;
                    case 'h' -> 3_600.0;
                    case 'd' -> 86_400.0;
                    default -> 1.0;
                });
    }
}
