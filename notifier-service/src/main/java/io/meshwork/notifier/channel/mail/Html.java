package io.meshwork.notifier.channel.mail;

import io.meshwork.notifier.channel.mail.Letter.Item;
import io.meshwork.notifier.channel.mail.Letter.Passage;
import io.meshwork.notifier.news.Severity;
import org.springframework.web.util.HtmlUtils;

/** A letter as HTML, with styles that all mail programs know, nothing to load and nothing to run; every word is escaped. */
final class Html {

    private Html() {}

    static String of(Letter letter) {
        var html = new StringBuilder("""
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark"><title>%s</title></head>
                <body style="font-family:sans-serif;font-size:15px;line-height:1.5;max-width:42em;margin:1.5em auto;padding:0 1em">
                <h1 style="font-size:20px;line-height:1.3">%s</h1>
                """.formatted(escaped(letter.subject()), escaped(letter.subject())));
        letter.passages().forEach(passage -> add(passage, html));
        if (letter.more() > 0) {
            html.append("<p>and ").append(letter.more()).append(" more in ");
            link(letter.catalog().toString(), "the catalog", html);
            html.append("</p>\n");
        }
        return html.append("<p style=\"font-size:13px;opacity:0.7;border-top:1px solid;padding-top:0.5em\">You get this"
                        + " because of ")
                .append(escaped(PlainText.subscriptions(letter.reasons())))
                .append(".</p>\n</body></html>\n")
                .toString();
    }

    private static void add(Passage passage, StringBuilder html) {
        html.append("<h2 style=\"font-size:16px;margin-bottom:0\">");
        if (passage.link() == null) {
            html.append(escaped(passage.title()));
        } else {
            link(passage.link().toString(), passage.title(), html);
        }
        html.append("</h2>\n");
        if (!passage.owner().isEmpty()) {
            html.append("<p style=\"font-size:13px;opacity:0.7;margin:0\">Owner: ")
                    .append(escaped(passage.owner()))
                    .append("</p>\n");
        }
        passage.items().forEach(item -> add(item, html));
    }

    private static void add(Item item, StringBuilder html) {
        html.append("<div style=\"border-left:4px solid ")
                .append(colour(item.severity()))
                .append(";padding-left:0.8em;margin:0.8em 0\">\n<strong>")
                .append(escaped(item.headline()))
                .append("</strong>")
                .append(item.times() == 1 ? "" : " (" + item.times() + " times)")
                .append('\n');
        if (!item.details().isEmpty()) {
            html.append("<ul style=\"margin:0.3em 0;padding-left:1.2em\">");
            item.details()
                    .forEach(detail ->
                            html.append("<li>").append(escaped(detail)).append("</li>\n"));
            html.append("</ul>\n");
        }
        if (item.advice() != null) {
            html.append("<p style=\"margin:0.3em 0\">")
                    .append(escaped(item.advice()))
                    .append("</p>\n");
        }
        html.append("<span style=\"font-size:13px;opacity:0.7\">")
                .append(item.severity().word())
                .append(" · ")
                .append(item.time())
                .append("</span></div>\n");
    }

    private static void link(String address, String words, StringBuilder html) {
        html.append("<a href=\"")
                .append(escaped(address))
                .append("\">")
                .append(escaped(words))
                .append("</a>");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "#c62828";
            case WARNING -> "#ef8f00";
            case INFO -> "#607d8b";
        };
    }
}
