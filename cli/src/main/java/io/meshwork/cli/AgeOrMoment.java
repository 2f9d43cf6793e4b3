package io.meshwork.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a point in time as people write it: how long ago, or when. */
public final class AgeOrMoment implements ITypeConverter<Instant> {

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

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
