package io.meshwork.notifier.subscription;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.notifier.news.Text;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads times of day, weekdays and time zones.
 *
 * @param at pointer of the object that holds the words
 * @param faults takes what means nothing
 */
public record TimeWords(String at, Collection<SubscriptionFault> faults) {

    private static final int WORDS = 60;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final List<String> DAYS =
            Arrays.stream(DayOfWeek.values()).map(TimeWords::word).toList();

    public static List<String> words(Set<DayOfWeek> days) {
        return days.stream().sorted().map(TimeWords::word).toList();
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    /** YAML reads a bare 22:00 as the number 1320. */
    public LocalTime time(String field, String word) {
        if (!TIME.matcher(word).matches()) {
            fault(
                    field,
                    "'" + shown(word) + "' is no time of day; write hours and minutes, such as 08:00 or 22:30 (in YAML"
                            + " with quotes)");
            return LocalTime.MIDNIGHT;
        }
        return LocalTime.parse(word);
    }

    public Set<DayOfWeek> days(String field, List<String> words) {
        if (words.size() > DAYS.size()) {
            fault(field, "a week has seven days; name each once, or leave them out for all");
            return Set.of();
        }
        return words.stream()
                .flatMap(word -> {
                    var day = day(word);
                    if (day.isEmpty()) {
                        fault(
                                field,
                                "'" + shown(word) + "' is no weekday. " + Suggestions.didYouMean(shown(word), DAYS)
                                        + "Known are: " + String.join(", ", DAYS));
                    }
                    return day.stream();
                })
                .collect(toUnmodifiableSet());
    }

    public ZoneId zone(String field, String word) {
        if (!ZONES.contains(word)) {
            fault(
                    field,
                    "'" + shown(word) + "' is no time zone. " + Suggestions.didYouMean(shown(word), ZONES)
                            + "Write its IANA name, such as Europe/Berlin or UTC");
            return ZoneOffset.UTC;
        }
        return ZoneId.of(word);
    }

    public void fault(String field, String message) {
        faults.add(new SubscriptionFault(at + "/" + field, message));
    }

    static String shown(String text) {
        return Text.line(text, WORDS);
    }

    private static Optional<DayOfWeek> day(String word) {
        int index = DAYS.indexOf(word);
        return index < 0 ? Optional.empty() : Optional.of(DayOfWeek.of(index + 1));
    }
}
