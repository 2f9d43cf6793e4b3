package io.meshwork.notifier.channel.slack;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.news.Text;
import io.meshwork.notifier.telling.Agenda.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/** Many notifications as one Slack message, the most urgent first: no storm when Slack is back. */
record Digest(Links links) {

    private static final int LISTED = 15;
    private static final int LINE = 150;

    /** @param calls who is to look at it at once */
    SlackMessage message(List<Item> items, List<Block> calls) {
        var headline = Rendering.emoji(severity(items)) + " " + items.size() + " notifications";
        var counts = counts(items);
        var first = items.getFirst().first();
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Header.of(headline));
        blocks.addAll(calls);
        blocks.add(Block.Section.of(counts));
        blocks.add(Block.Section.of(lines(items)));
        blocks.add(Block.Actions.of(Block.Button.of("Open the catalog", links.products())));
        blocks.add(Block.Context.of("digest · from " + first.origin().time() + " · " + first.id()));
        return SlackMessage.of(headline + ": " + counts, blocks);
    }

    private static String counts(List<Item> items) {
        return items.stream()
                .collect(groupingBy(item -> item.news().kind(), TreeMap::new, counting()))
                .entrySet()
                .stream()
                .map(count -> count.getValue() + " × " + words(count.getKey()))
                .collect(joining(", "));
    }

    /** Equal headlines are one line with a count. */
    private static String lines(List<Item> items) {
        var groups = items.stream()
                .collect(groupingBy(item -> item.news().headline(), LinkedHashMap::new, toList()))
                .values();
        var listed = groups.stream()
                .sorted(Comparator.comparing(Digest::severity).reversed())
                .limit(LISTED)
                .map(Digest::line)
                .collect(joining("\n"));
        return groups.size() > LISTED ? listed + "\nand " + (groups.size() - LISTED) + " more" : listed;
    }

    private static Severity severity(Collection<Item> group) {
        return group.stream()
                .map(item -> item.news().severity())
                .max(Comparator.naturalOrder())
                .orElse(Severity.INFO);
    }

    private static String line(List<Item> group) {
        var news = group.getFirst().news();
        var count = group.size() == 1 ? "" : " (" + group.size() + " times)";
        return Rendering.emoji(news.kind(), severity(group)) + " " + Text.clip(news.headline(), LINE) + count;
    }

    private static String words(Kind kind) {
        return kind.word().replace('_', ' ');
    }
}
