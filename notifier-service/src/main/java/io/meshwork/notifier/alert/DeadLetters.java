package io.meshwork.notifier.alert;

import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.product.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Folds the dead letters of a batch: the same service, topic and reason make one alert with a count. */
public final class DeadLetters {

    private static final Pattern PARTICULARS = Pattern.compile("\"[^\"]*\"|'[^']*'|\\d+");

    private DeadLetters() {}

    /**
     * A record that a service gave up on.
     *
     * @param id under which it is shown and given back
     * @param box the service whose dead-letter topic it is in, which its headers cannot lie about
     * @param place original topic, partition and offset, for people
     * @param key record key, null when it has none
     * @param replays how often it was given back before
     */
    public record Letter(
            Origin origin,
            String id,
            String box,
            String service,
            String topic,
            String place,
            @Nullable String key,
            String reason,
            int replays) {}

    private record Group(String box, String service, String topic, String reason) {}

    public static List<Occurrence> fold(List<Letter> letters) {
        var groups = new LinkedHashMap<Group, List<Letter>>();
        for (var letter : letters) {
            groups.computeIfAbsent(groupOf(letter), _ -> new ArrayList<>()).add(letter);
        }
        return groups.values().stream().map(DeadLetters::occurrence).toList();
    }

    /** Numbers and quoted words differ from record to record while the trouble is the same. */
    private static Group groupOf(Letter letter) {
        return new Group(
                letter.box(),
                letter.service(),
                letter.topic(),
                PARTICULARS.matcher(letter.reason()).replaceAll("#"));
    }

    private static Occurrence occurrence(List<Letter> group) {
        var first = group.getFirst();
        var headline = "%s could not handle %s of %s"
                .formatted(first.service(), group.size() == 1 ? "a record" : group.size() + " records", first.topic());
        var news = News.of(Kind.DEAD_LETTERS, Severity.CRITICAL, headline)
                .because(group.stream().map(DeadLetters::finding).toList())
                .advising(
                        "mesh dlt list --service " + first.box() + " shows them, and so does GET /api/v1/dead-letters/"
                                + first.id() + " for the first. Mend the cause, then mesh dlt replay " + first.box()
                                + " --all gives them back; mesh dlt discard says that nothing is to be done.");
        return Occurrence.alert(first.origin(), About.PLATFORM, first.origin().time(), news)
                .signalling(Signals.deadLetters(first.service(), first.topic()));
    }

    private static Finding finding(Letter letter) {
        var key = letter.key() == null ? "" : " (key " + letter.key() + ")";
        return new Finding("", letter.place() + key + again(letter) + ": " + letter.reason(), null);
    }

    private static String again(Letter letter) {
        return letter.replays() == 0
                ? ""
                : ", after " + letter.replays() + (letter.replays() == 1 ? " replay" : " replays");
    }
}
