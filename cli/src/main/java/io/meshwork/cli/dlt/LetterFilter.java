package io.meshwork.cli.dlt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which letters are meant; a letter must have all that is named. */
final class LetterFilter {

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "Only records that came from this topic, such as product.published.")
    private @Nullable String topic;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Only letters with this text in their reason, whatever its case.")
    private @Nullable String reason;

    @Option(names = "--key", paramLabel = "KEY", description = "Only records with this key.")
    private @Nullable String key;

    @Option(
            names = "--since",
            paramLabel = "AGE|MOMENT",
            converter = Moment.class,
            description = "Only letters since then: 30m, 2h or 3d ago, or 2027-01-31T12:00:00Z.")
    private @Nullable Instant since;

    @Option(
            names = "--until",
            paramLabel = "AGE|MOMENT",
            converter = Moment.class,
            description = "Only letters before then, written like --since.")
    private @Nullable Instant until;

    boolean wants(Letter letter) {
        return (topic == null || isFrom(letter, topic))
                && (reason == null
                        || letter.reason().toLowerCase(Locale.ROOT).contains(reason.toLowerCase(Locale.ROOT)))
                && (key == null || letter.key().equals(key))
                && (since == null || !letter.time().isBefore(since))
                && (until == null || letter.time().isBefore(until));
    }

    /** By the full name, or by that of the manifest. */
    private static boolean isFrom(Letter letter, String topic) {
        String origin = letter.header(LetterHeaders.TOPIC);
        return origin != null && (origin.equals(topic) || origin.contains("." + topic + ".v"));
    }

    static final class Moment implements ITypeConverter<Instant> {

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
}
