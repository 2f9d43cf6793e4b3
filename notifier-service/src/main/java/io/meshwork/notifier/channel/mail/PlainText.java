package io.meshwork.notifier.channel.mail;

import io.meshwork.notifier.channel.mail.Letter.Item;
import io.meshwork.notifier.channel.mail.Letter.Passage;
import java.util.ArrayList;
import java.util.List;

/** A letter as plain text. */
final class PlainText {

    private PlainText() {}

    static String of(Letter letter) {
        var lines = new ArrayList<String>();
        lines.add(letter.subject());
        for (var passage : letter.passages()) {
            lines.add("");
            add(passage, lines);
        }
        if (letter.more() > 0) {
            lines.add("");
            lines.add("and " + letter.more() + " more: " + letter.catalog());
        }
        lines.add("");
        lines.add("-- ");
        lines.add("You get this because of " + subscriptions(letter.reasons()) + ".");
        lines.add((letter.reasons().size() == 1 ? "To end it: " : "To end one: ") + "mesh subscription end "
                + letter.reasons().getFirst());
        return String.join("\r\n", lines) + "\r\n";
    }

    /** The first few by name. */
    static String subscriptions(List<String> ids) {
        var named = ids.stream().limit(10).toList();
        return (ids.size() == 1 ? "the subscription " : "the subscriptions ")
                + String.join(", ", named)
                + (ids.size() > named.size() ? " and " + (ids.size() - named.size()) + " more" : "");
    }

    private static void add(Passage passage, List<String> lines) {
        lines.add(passage.title());
        if (passage.link() != null) {
            lines.add(passage.link().toString());
        }
        if (!passage.owner().isEmpty()) {
            lines.add("Owner: " + passage.owner());
        }
        passage.items().forEach(item -> add(item, lines));
    }

    private static void add(Item item, List<String> lines) {
        lines.add("");
        lines.add("  " + item.severity().name() + "  " + item.headline()
                + (item.times() == 1 ? "" : " (" + item.times() + " times)"));
        item.details().forEach(detail -> lines.add("    - " + detail));
        if (item.advice() != null) {
            lines.add("    " + item.advice());
        }
        lines.add("    " + item.time());
    }
}
