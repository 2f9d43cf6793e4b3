package io.meshwork.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A moment as people write it: a day in UTC, a time, or how far it is from now.
 *
 * @param beginning of a day, or so long ago
 * @param end last microsecond of a day, or so long ago
 * @param ahead the beginning of a day, or in so much time from now
 */
public record Moment(Instant beginning, Instant end, Instant ahead) {

    /** Of options about what was. */
    public static final String PAST = "2027-01-31, 2027-01-31T12:00:00Z, or so long ago: 30m, 2h, 3d";

    /** Of options about what is to come. */
    public static final String FUTURE =
            "2027-03-31 (as the day begins in UTC), 2027-03-31T12:00:00Z, or so far ahead: 2h, 30d";

    private static final Pattern DISTANCE = Pattern.compile("(\\d{1,6})([smhd])");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** @throws DateTimeException when it is none */
    static Moment parse(String text, Instant now) {
        Matcher distance = DISTANCE.matcher(text);
        if (distance.matches()) {
            Duration away = duration(Long.parseLong(distance.group(1)), distance.group(2));
            return new Moment(now.minus(away), now.minus(away), now.plus(away));
        }
        if (DAY.matcher(text).matches()) {
            LocalDate day = LocalDate.parse(text);
            Instant beginning = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant next = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            return new Moment(beginning, next.minus(1, ChronoUnit.MICROS), beginning);
        }
        Instant time = Instant.parse(text);
        return new Moment(time, time, time);
    }

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** For options that say how long something lasts: 30m, 2h, 3d. */
    public static final class Length implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            Matcher length = DISTANCE.matcher(text);
            if (!length.matches()) {
                throw new TypeConversionException("`" + text + "` is no length of time; write 30m, 2h or 3d");
            }
            return duration(Long.parseLong(length.group(1)), length.group(2));
        }
    }

    /** For options of commands. */
    public static final class Converter implements ITypeConverter<Moment> {

        @Override
        public Moment convert(String text) {
            try {
                return parse(text, Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
            } catch (DateTimeException notAMoment) {
                throw new TypeConversionException("`" + text
                        + "`: write a day such as 2027-01-31, a time such as 2027-01-31T12:00:00Z,"
                        + " or a distance from now such as 30m, 2h or 3d");
            }
        }
    }
}
