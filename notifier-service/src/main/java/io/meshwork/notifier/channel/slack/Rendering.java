package io.meshwork.notifier.channel.slack;

import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One notification as a Slack message: what happened, to which product, why, what to do, and who owns it. */
record Rendering(Links links) {

    private static final int FIELD = 300;

    SlackMessage message(Notification notification) {
        var news = notification.news();
        var about = notification.about();
        var headline = emoji(news.kind(), news.severity()) + " " + news.headline();
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Header.of(headline));
        if (!news.details().isEmpty()) {
            blocks.add(
                    Block.Section.of(news.details().stream().map("• "::concat).collect(Collectors.joining("\n"))));
        }
        if (news.advice() != null) {
            blocks.add(Block.Section.of(news.advice()));
        }
        blocks.addAll(facts(about));
        blocks.add(Block.Actions.of(button(about)));
        blocks.add(Block.Context.of(
                news.kind().word() + " · " + notification.origin().time() + " · " + notification.id()));
        return SlackMessage.of(fallback(headline, news), blocks);
    }

    /** What is over is marked so, however severe it was. */
    static String emoji(Kind kind, Severity severity) {
        return kind == Kind.SLO_RECOVERED ? "✅" : emoji(severity);
    }

    static String emoji(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "🛑";
            case WARNING -> "⚠️";
            case INFO -> "ℹ️";
        };
    }

    /** A label and a value side by side, for what is known of the product. */
    private static List<Block> facts(About about) {
        var owner = Stream.of(about.owner().team(), about.owner().contact())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        var fields = Stream.of(
                        field("Product", about.title()),
                        field("Owner", about.productId() != null && owner.isEmpty() ? "not stated" : owner))
                .flatMap(List::stream)
                .toList();
        return fields.isEmpty() ? List.of() : List.of(Block.Fields.of(fields));
    }

    private static List<SlackText> field(String label, @Nullable String value) {
        return value == null || value.isBlank()
                ? List.of()
                : List.of(SlackText.label(label), SlackText.plain(value, FIELD));
    }

    private Block.Button button(About about) {
        return about.productId() == null
                ? Block.Button.of("Open the catalog", links.products())
                : Block.Button.of("Open " + about.productId(), links.product(about.productId()));
    }

    private static String fallback(String headline, News news) {
        return news.details().isEmpty()
                ? headline
                : headline + " — " + news.details().getFirst();
    }
}
