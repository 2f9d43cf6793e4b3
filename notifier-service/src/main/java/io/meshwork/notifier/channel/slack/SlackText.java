package io.meshwork.notifier.channel.slack;

import io.meshwork.notifier.news.Text;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text object of Block Kit.
 *
 * @param type plain_text, where Slack knows no mark-up, or mrkdwn
 */
record SlackText(String type, String text) {

    /** Words from elsewhere, on one line, within a limit that holds for the escaped text. */
    static SlackText plain(String words, int limit) {
        return lines(Text.line(words, limit), limit);
    }

    /** Lines that were cleaned one by one. */
    static SlackText lines(String lines, int limit) {
        return new SlackText("plain_text", escape(lines, limit));
    }

    /** Bold words of our own. */
    static SlackText label(String words) {
        return new SlackText("mrkdwn", "*" + words + "*");
    }

    /** See <a href="https://docs.slack.dev/messaging/formatting-message-text">mentions</a>. */
    static SlackText mentions(List<String> called) {
        return new SlackText("mrkdwn", called.stream().map(SlackText::mention).collect(Collectors.joining(" ")));
    }

    private static String mention(String called) {
        if (called.equals("here") || called.equals("channel")) {
            return "<!" + called + ">";
        }
        return called.startsWith("S") ? "<!subteam^" + called + ">" : "<@" + called + ">";
    }

    /** Escapes the three characters Slack asks for, {@code &} first; cuts before an entity, never inside. */
    static String escape(String text, int limit) {
        var clipped = text;
        var escaped = escape(clipped);
        while (escaped.length() > limit) {
            clipped = Text.clip(clipped, clipped.length() - Math.max(1, (escaped.length() - limit) / 5));
            escaped = escape(clipped);
        }
        return escaped;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
