package io.meshwork.cli.silence;

import io.meshwork.cli.Moment;
import io.meshwork.cli.Weekdays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;

/** When a silence holds; the notifier reads days, times and zones, and says what is wrong with them. */
final class TimeOptions {

    @Option(
            names = "--from",
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "When it begins: " + Moment.FUTURE + ". Default: at once.")
    private @Nullable Moment from;

    @Option(
            names = "--until",
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "When it ends, at most 90 days later, written like --from; a weekly one may stay.")
    private @Nullable Moment until;

    @Option(
            names = "--for",
            paramLabel = "LENGTH",
            converter = Moment.Length.class,
            description = "How long it lasts, instead of --until: 30m, 2h or 3d.")
    private @Nullable Duration length;

    @Option(
            names = "--weekly",
            paramLabel = "DAYS FROM-TO",
            converter = Hours.class,
            description =
                    "Only in hours of every week: \"sat,sun 02:00-04:00\", \"mon-fri 22:00-02:00\", \"02:00-04:00\".")
    private @Nullable Week weekly;

    @Option(names = "--zone", paramLabel = "ZONE", description = "The time zone of --weekly, such as Europe/Berlin.")
    private @Nullable String zone;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    private record Week(List<String> days, String from, String to) {}

    /** @throws ParameterException when the options contradict each other */
    void put(Map<String, Object> body) {
        if (from != null) {
            body.put("from", from.ahead().toString());
        }
        var end = end();
        if (end != null) {
            body.put("until", end.toString());
        }
        if (weekly != null) {
            Map<String, Object> hours = new LinkedHashMap<>();
            hours.put("days", weekly.days());
            hours.put("from", weekly.from());
            hours.put("to", weekly.to());
            if (zone != null) {
                hours.put("zone", zone);
            }
            body.put("weekly", hours);
        } else if (zone != null) {
            throw wrong("--zone is for --weekly; leave it out, or add the hours");
        }
    }

    private @Nullable Instant end() {
        if (length == null) {
            return until == null ? null : until.ahead();
        }
        if (until != null) {
            throw wrong("--for and --until both say when it ends; leave the one or the other out");
        }
        return (from == null ? Clock.systemUTC().instant() : from.ahead()).plus(length);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    /** The days may be left out. */
    private static final class Hours implements ITypeConverter<Week> {

        private static final Pattern HOURS = Pattern.compile("(?:(\\S+)\\s+)?([0-9:]+)-([0-9:]+)");

        @Override
        public Week convert(String text) {
            var hours = HOURS.matcher(text.strip());
            if (!hours.matches()) {
                throw new TypeConversionException(
                        "'" + text + "' are no hours of a week; write \"sat,sun 02:00-04:00\"");
            }
            var days = hours.group(1);
            return new Week(days == null ? List.of() : days(days), hours.group(2), hours.group(3));
        }

        private static List<String> days(String words) {
            return Stream.of(words.split(",", -1))
                    .flatMap(Weekdays::of)
                    .distinct()
                    .toList();
        }
    }
}
