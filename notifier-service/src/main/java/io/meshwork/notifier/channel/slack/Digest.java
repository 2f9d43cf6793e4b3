package io.meshwork.notifier.channel.slack;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.news.Text;
import io.meshwork.notifier.notification.Notification;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/** Many notifications as one Slack message, the most urgent first: no storm when Slack is back. */
record Digest(Links links) {

    private static final int LISTED = 15;
    private static final int LINE = 150;

    SlackMessage message(List<Notification> notifications) {
        var headline = Rendering.emoji(severity(notifications)) + " " + notifications.size() + " notifications";
        var counts = counts(notifications);
        return SlackMessage.of(
                headline + ": " + counts,
                List.of(
                        Block.Header.of(headline),
                        Block.Section.of(counts),
                        Block.Section.of(lines(notifications)),
                        Block.Actions.of(Block.Button.of("Open the catalog", links.products())),
                        Block.Context.of("digest · from "
                                + notifications.getFirst().origin().time() + " · "
                                + notifications.getFirst().id())));
    }

    private static String counts(List<Notification> notifications) {
        return notifications.stream()
                .collect(groupingBy(notification -> notification.news().kind(), TreeMap::new, counting()))
                .entrySet()
                .stream()
                .map(count -> count.getValue() + " × " + words(count.getKey()))
                .collect(joining(", "));
    }

    /** Equal headlines are one line with a count. */
    private static String lines(List<Notification> notifications) {
        var groups = notifications.stream()
                .collect(groupingBy(notification -> notification.news().headline(), LinkedHashMap::new, toList()))
                .values();
        var listed = groups.stream()
                .sorted(Comparator.comparing(Digest::severity).reversed())
                .limit(LISTED)
                .map(Digest::line)
                .collect(joining("\n"));
        return groups.size() > LISTED ? listed + "\nand " + (groups.size() - LISTED) + " more" : listed;
    }

    private static Severity severity(Collection<Notification> group) {
        return group.stream()
                .map(notification -> notification.news().severity())
                .max(Comparator.naturalOrder())
                .orElse(Severity.INFO);
    }

    private static String line(List<Notification> group) {
        var news = group.getFirst().news();
        var count = group.size() == 1 ? "" : " (" + group.size() + " times)";
        return Rendering.emoji(news.kind(), severity(group)) + " " + Text.clip(news.headline(), LINE) + count;
    }

    private static String words(Kind kind) {
        return kind.word().replace('_', ' ');
    }
}
