package io.meshwork.cli.subscription;

import io.meshwork.cli.Weekdays;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** When a subscriber is told; the notifier reads the times, days and zones, and says what is wrong with them. */
final class ScheduleOptions {

    @Option(
            names = "--digest",
            paramLabel = "INTERVAL",
            converter = Interval.class,
            description = "One message for what happened in an interval: 30m, 4h; at most 24h.")
    private @Nullable Integer minutes;

    @Option(names = "--digest-daily", paramLabel = "TIME", description = "One message a day at this time: 08:00.")
    private @Nullable String daily;

    @Option(
            names = "--weekdays",
            paramLabel = "DAYS",
            split = ",",
            description = "On which days it comes: mon-fri, or mon,wed. Default: all.")
    private List<String> weekdays = List.of();

    @Option(
            names = "--quiet",
            paramLabel = "FROM-TO",
            converter = Hours.class,
            description = "What happens in these hours waits for their end: 22:00-07:00.")
    private @Nullable Span quiet;

    @Option(
            names = "--quiet-days",
            paramLabel = "DAYS",
            split = ",",
            description = "Days on which quiet hours begin: mon-fri, or sat,sun. Default: all.")
    private List<String> quietDays = List.of();

    @Option(
            names = "--quiet-below",
            paramLabel = "SEVERITY",
            description = "News of this severity and above does not wait: warning or critical. Default: critical.")
    private @Nullable String quietBelow;

    @Option(names = "--zone", paramLabel = "ZONE", description = "The time zone of these times, such as Europe/Berlin.")
    private @Nullable String zone;

    private record Span(String from, String to) {}

    /** As in a request; empty for who is told at once. */
    Map<String, Object> body() {
        Map<String, Object> schedule = new LinkedHashMap<>();
        put(schedule, "digestMinutes", minutes);
        put(schedule, "digestAt", daily);
        put(schedule, "digestDays", days(weekdays));
        put(schedule, "quietFrom", quiet == null ? null : quiet.from());
        put(schedule, "quietTo", quiet == null ? null : quiet.to());
        put(schedule, "quietDays", days(quietDays));
        put(schedule, "quietBelow", quietBelow);
        put(schedule, "zone", zone);
        return schedule;
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private static @Nullable List<String> days(List<String> words) {
        return words.isEmpty()
                ? null
                : words.stream().flatMap(Weekdays::of).distinct().toList();
    }

    /** Whole minutes, since no digest comes more often. */
    private static final class Interval implements ITypeConverter<Integer> {

        @Override
        @SuppressWarnings("UnusedException")
        public Integer convert(String text) {
            try {
                var length = Duration.parse("PT" + text);
                if (length.isNegative() || length.toSecondsPart() > 0 || length.toDays() > 1) {
                    throw refusal(text);
                }
                return (int) length.toMinutes();
            } catch (DateTimeParseException | ArithmeticException e) {
                throw refusal(text);
            }
        }

        private static TypeConversionException refusal(String text) {
            return new TypeConversionException("'" + text + "' is no interval; write 30m or 4h, at most 24h");
        }
    }

    private static final class Hours implements ITypeConverter<Span> {

        @Override
        public Span convert(String text) {
            var ends = text.split("-", -1);
            if (ends.length != 2) {
                throw new TypeConversionException("'" + text + "' are no hours; write 22:00-07:00");
            }
            return new Span(ends[0], ends[1]);
        }
    }
}
