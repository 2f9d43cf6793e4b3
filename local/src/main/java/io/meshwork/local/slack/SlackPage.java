package io.meshwork.local.slack;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The messages as a page for people, newest first. Everything received is escaped. */
final class SlackPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta http-equiv="refresh" content="3">
            <meta name="viewport" content="width=device-width">
            <title>Slack stand-in</title>
            <style>
              :root { color-scheme: light dark; }
              body { font: 15px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
              article { border-left: 4px solid #36c5f0; margin: 1rem 0; padding: .1rem 1rem; }
              h2 { font-size: 1.1rem; margin: .4rem 0; }
              p { margin: .4rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
              small, .context { opacity: .7; font-size: .85rem; }
              .fields { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; }
              .button { border: 1px solid; border-radius: 4px; display: inline-block; padding: 0 .6rem; margin-right: .4rem; }
            </style>
            <h1>What ops would see in Slack</h1>
            %s
            </html>
            """;

    private SlackPage() {}

    static String of(List<SlackMessage> messages) {
        String articles = messages.reversed().stream().map(SlackPage::article).collect(Collectors.joining("\n"));
        return PAGE.formatted(articles.isEmpty() ? "<p>Nothing yet.</p>" : articles);
    }

    private static String article(SlackMessage message) {
        JsonNode blocks = message.payload().path("blocks");
        String body = blocks.isEmpty()
                ? paragraph(message.text())
                : blocks.valueStream().map(SlackPage::block).collect(Collectors.joining("\n"));
        return "<article><small>#" + escape(message.channel()) + " · " + message.receivedAt() + "</small>\n" + body
                + "</article>";
    }

    private static String block(JsonNode block) {
        return switch (block.path("type").asString("")) {
            case "header" -> "<h2>" + escape(text(block.path("text"))) + "</h2>";
            case "section" -> paragraph(text(block.path("text"))) + fields(block.path("fields"));
            case "context" -> "<p class=\"context\">" + joined(block.path("elements")) + "</p>";
            case "actions" -> "<p>" + buttons(block.path("elements")) + "</p>";
            case "divider" -> "<hr>";
            default -> "<p><small>" + escape(block.toString()) + "</small></p>";
        };
    }

    private static String fields(JsonNode fields) {
        return fields.isEmpty()
                ? ""
                : fields.valueStream()
                        .map(field -> paragraph(text(field)))
                        .collect(Collectors.joining("", "<div class=\"fields\">", "</div>"));
    }

    private static String joined(JsonNode elements) {
        return elements.valueStream().map(element -> escape(text(element))).collect(Collectors.joining(" · "));
    }

    private static String buttons(JsonNode elements) {
        return elements.valueStream()
                .map(element -> "<span class=\"button\">" + escape(text(element.path("text"))) + "</span>")
                .collect(Collectors.joining());
    }

    private static String paragraph(String text) {
        return text.isEmpty() ? "" : "<p>" + bold(escape(text)) + "</p>";
    }

    private static String text(JsonNode text) {
        return text.path("text").asString("");
    }

    /** Slack's {@code *bold*}; the rest of its markup is readable as it stands. */
    private static String bold(String escaped) {
        return escaped.replaceAll("(?m)(^|\\s)\\*([^*\\n]+)\\*", "$1<b>$2</b>");
    }

    /** Slack's own escapes of {@code & < >} are undone first, so that they are not shown twice escaped. */
    private static String escape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
