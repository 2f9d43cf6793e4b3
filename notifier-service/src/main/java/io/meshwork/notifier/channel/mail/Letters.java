package io.meshwork.notifier.channel.mail;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.meshwork.notifier.channel.mail.Letter.Item;
import io.meshwork.notifier.channel.mail.Letter.Passage;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.news.Text;
import io.meshwork.notifier.notification.Notification;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes letters: one notification in full, several as a digest by product, the most urgent first. */
record Letters(Links links) {

    private static final int SUBJECT = 150;
    private static final int WORDS = 400;
    private static final int LISTED = 100;
    /** A digest of more is a list of headlines. */
    private static final int DETAILED = 20;

    private static final String PLATFORM = "The platform";

    Letter of(List<Notification> due) {
        return due.size() == 1 ? single(due.getFirst()) : digest(due);
    }

    private Letter single(Notification notification) {
        var news = notification.news();
        return letter(
                mark(news.severity()) + news.headline(),
                "",
                List.of(passage(notification.about(), List.of(item(List.of(notification), true)))),
                0,
                List.of(notification));
    }

    private Letter digest(List<Notification> due) {
        var counts = counts(due);
        var groups = groups(due);
        var passages = groups.stream()
                .limit(LISTED)
                .collect(groupingBy(group -> key(group.getFirst().about()), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(group -> passage(
                        group.getFirst().getFirst().about(),
                        group.stream()
                                .map(same -> item(same, groups.size() <= DETAILED))
                                .toList()))
                .toList();
        return letter(
                mark(severity(due)) + due.size() + " notifications: " + counts,
                counts,
                passages,
                groups.stream().skip(LISTED).mapToInt(List::size).sum(),
                due);
    }

    private Letter letter(String subject, String summary, List<Passage> passages, int more, List<Notification> due) {
        return new Letter(Text.line(subject, SUBJECT), summary, passages, more, links.products(), reasons(due));
    }

    /** Those about one product with one headline are one; the groups of the most urgent first. */
    private static List<List<Notification>> groups(List<Notification> due) {
        return due.stream()
                .collect(groupingBy(
                        one -> List.of(key(one.about()), one.news().headline()), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .sorted(Comparator.comparing((List<Notification> group) -> severity(group))
                        .reversed())
                .toList();
    }

    private Passage passage(About about, List<Item> items) {
        var id = about.productId();
        if (id == null) {
            return new Passage(PLATFORM, null, "", items);
        }
        var title = about.title() == null || about.title().isBlank() ? id : id + " (" + about.title() + ")";
        var owner = Stream.of(about.owner().team(), about.owner().contact())
                .filter(Objects::nonNull)
                .collect(joining(", "));
        return new Passage(Text.line(title, WORDS), links.product(id), Text.line(owner, WORDS), items);
    }

    private static Item item(List<Notification> same, boolean detailed) {
        var last = same.getLast();
        News news = last.news();
        return new Item(
                severity(same),
                Text.line(news.headline(), WORDS),
                detailed
                        ? news.details().stream()
                                .map(line -> Text.line(line, WORDS))
                                .toList()
                        : List.of(),
                detailed ? news.advice() : null,
                same.size(),
                same.stream()
                        .map(one -> one.origin().time())
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH));
    }

    private static String counts(List<Notification> due) {
        return due.stream().collect(groupingBy(one -> one.news().kind(), TreeMap::new, counting())).entrySet().stream()
                .map(count -> count.getValue() + " × " + count.getKey().word().replace('_', ' '))
                .collect(joining(", "));
    }

    private static Severity severity(Collection<Notification> group) {
        return group.stream()
                .map(one -> one.news().severity())
                .max(Comparator.naturalOrder())
                .orElse(Severity.INFO);
    }

    private static List<String> reasons(List<Notification> due) {
        return due.stream()
                .map(Notification::subscriptionId)
                .distinct()
                .sorted()
                .toList();
    }

    private static String key(About about) {
        return Objects.requireNonNullElse(about.productId(), "");
    }

    private static String mark(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "Critical: ";
            case WARNING -> "Warning: ";
            case INFO -> "";
        };
    }
}
