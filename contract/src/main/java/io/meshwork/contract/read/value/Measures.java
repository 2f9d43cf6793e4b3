package io.meshwork.contract.read.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Promises as numbers: durations in seconds, percentages and scores as a ratio. A month counts 30 days, a year 365.
 */
public final class Measures {

    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("\\s*([+-]?\\d{1,18}(?:\\.\\d{1,18})?)\\s*([%a-zA-Z]{0,20})\\s*");
    private static final Set<String> PERCENT = Set.of("%", "percent", "pct");

    /** Seconds. */
    public static final double DAY = 86_400;

    private Measures() {}

    /**
     * {@code "1 hour"} is 3600, {@code "99.9%"} is 0.999, {@code "PT15M"} is 900, {@code "0.95"} is 0.95.
     *
     * @param unit of the value when it stands apart
     * @return null when it is none of these
     */
    public static @Nullable Double normalize(String value, @Nullable String unit) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(value);
        if (!matcher.matches()) {
            return isoDuration(value.strip());
        }
        return in(Double.parseDouble(matcher.group(1)), unitOf(matcher, unit));
    }

    static boolean isPercentage(String value, @Nullable String unit) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(value);
        return matcher.matches() && PERCENT.contains(unitOf(matcher, unit).toLowerCase(Locale.ROOT));
    }

    private static String unitOf(Matcher matcher, @Nullable String unit) {
        String written = matcher.group(2);
        return written.isEmpty() && unit != null ? unit.strip() : written;
    }

    private static @Nullable Double in(double number, String unit) {
        if (unit.equals("M")) {
            return number * 30 * DAY;
        }
        String known = unit.toLowerCase(Locale.ROOT);
        if (PERCENT.contains(known)) {
            return hundredth(number);
        }
        return switch (known) {
            case "" -> number;
            case "ratio", "score" -> number;
            case "ms", "millis", "millisecond", "milliseconds" -> number / 1000;
            case "s", "sec", "secs", "second", "seconds" -> number;
            case "m", "min", "mins", "minute", "minutes" -> number * 60;
            case "h", "hr", "hrs", "hour", "hours" -> number * 3600;
            case "d", "day", "days" -> number * DAY;
            case "w", "wk", "week", "weeks" -> number * 7 * DAY;
            case "mo", "mon", "month", "months" -> number * 30 * DAY;
            case "y", "yr", "yrs", "year", "years" -> number * 365 * DAY;
            default -> null;
        };
    }

    /** In decimal, so that 99.9 % is 0.999 and not the next double above it. */
    static double hundredth(double number) {
        return BigDecimal.valueOf(number).movePointLeft(2).doubleValue();
    }

    private static @Nullable Double isoDuration(String value) {
        if (!value.startsWith("P") || value.length() > 40) {
            return null;
        }
        try {
            return (double) Duration.parse(value).toSeconds();
        } catch (DateTimeParseException noDuration) {
            return isoPeriod(value);
        }
    }

    private static @Nullable Double isoPeriod(String value) {
        try {
            Period period = Period.parse(value);
            return (period.getYears() * 365.0 + period.getMonths() * 30.0 + period.getDays()) * DAY;
        } catch (DateTimeParseException neither) {
            return null;
        }
    }
}
