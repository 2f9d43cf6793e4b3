package io.meshwork.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads moments as people write them: {@code 30m}, {@code 2h} or {@code 3d} ago, or {@code 2027-01-31T12:00:00Z}. */
public final class Moment implements ITypeConverter<Instant> {

    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhd])");

    @Override
    public Instant convert(String text) {
        var age = AGE.matcher(text);
        try {
            return age.matches()
                    ? Clock.systemUTC().instant().minus(duration(Long.parseLong(age.group(1)), age.group(2)))
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "`" + text + "`: write an age such as 30m, 2h or 3d, or a moment such as 2027-01-31T12:00:00Z");
        }
    }

    /** Reads {@code 30m}, {@code 2h} or {@code 3d}. */
    public static final class Length implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            var length = AGE.matcher(text);
            if (!length.matches()) {
                throw new TypeConversionException("`" + text + "` is no time; write 30m, 2h or 3d");
            }
            return duration(Long.parseLong(length.group(1)), length.group(2));
        }
    }

    /** In the largest unit that fits. */
    public static String age(Duration age) {
        if (age.toSeconds() < 1) {
            return "now";
        }
        if (age.toMinutes() < 1) {
            return age.toSeconds() + " s";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min";
        }
        return age.toDays() < 1 ? age.toHours() + " h" : age.toDays() + " d";
    }

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
