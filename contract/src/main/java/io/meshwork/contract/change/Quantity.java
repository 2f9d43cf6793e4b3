package io.meshwork.contract.change;

import io.meshwork.contract.model.ServiceLevelObjective;
import io.meshwork.contract.read.value.Measures;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A promised amount.
 *
 * @param number in seconds, as a ratio, in days since 1970 for a date, or as written when only the unit's name is known
 * @param measure what two amounts must have in common to be compared
 */
record Quantity(@Nullable Double number, String measure) {

    private static final String KNOWN_UNIT = "seconds or ratio";
    private static final String NO_UNIT = "";
    private static final Pattern BARE = Pattern.compile("\\s*+[+-]?\\d{1,18}+(?:\\.\\d{1,18}+)?+\\s*+");
    private static final Pattern NUMBER_FIRST = Pattern.compile("\\s*+([+-]?\\d{1,18}+(?:\\.\\d{1,18}+)?+)(.*+)");
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}).{0,40}+");

    static Quantity of(ServiceLevelObjective level) {
        Double normalized = level.normalized();
        String unit = level.unit();
        if (normalized != null) {
            boolean bare = unit == null
                    && normalized > 1
                    && BARE.matcher(level.value()).matches();
            return new Quantity(normalized, bare ? NO_UNIT : KNOWN_UNIT);
        }
        return of(level.value(), unit);
    }

    static Quantity of(String value, @Nullable String unit) {
        Double normalized = Measures.normalize(value, unit);
        if (normalized != null) {
            boolean bare = unit == null && BARE.matcher(value).matches();
            return new Quantity(normalized, bare ? NO_UNIT : KNOWN_UNIT);
        }
        Matcher date = DATE.matcher(value);
        return date.matches() ? ofDate(date.group(1)) : ofUnknownUnit(value, unit);
    }

    /** Negative when this is less; null when the two cannot be compared. */
    @Nullable
    Integer compare(Quantity other) {
        return number == null || other.number == null || !measure.equals(other.measure)
                ? null
                : Integer.valueOf(number.compareTo(other.number));
    }

    private static Quantity ofDate(String day) {
        try {
            return new Quantity((double) LocalDate.parse(day).toEpochDay(), "date");
        } catch (DateTimeParseException noSuchDay) {
            return new Quantity(null, day);
        }
    }

    private static Quantity ofUnknownUnit(String value, @Nullable String unit) {
        Matcher matcher = NUMBER_FIRST.matcher(value);
        return matcher.matches()
                ? new Quantity(
                        Double.valueOf(matcher.group(1)),
                        matcher.group(2).strip() + " " + (unit == null ? "" : unit.strip()))
                : new Quantity(null, value);
    }
}
