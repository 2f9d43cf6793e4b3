package io.meshwork.notifier.channel.slack;

import io.meshwork.notifier.incident.Incident;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.telling.Agenda.Item;
import io.meshwork.notifier.telling.Agenda.Single;
import io.meshwork.notifier.telling.Agenda.Story;
import io.meshwork.notifier.telling.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Items as Slack messages: what happened, to which product, why, what to do, and who owns it.
 *
 * @param mentions who is called, by severity
 */
record Rendering(Links links, Map<Severity, List<String>> mentions) {

    private static final int FIELD = 300;
    private static final Set<Step> URGENT = Set.of(Step.OPENED, Step.REOPENED, Step.RAISED, Step.REMINDED);
    private static final Set<Step> ALOUD = Set.of(Step.REOPENED, Step.RAISED, Step.REMINDED);

    Posting posting(List<Item> due) {
        if (due.size() > 1) {
            return new Posting.New(new Digest(links).message(due, calls(due)));
        }
        return switch (due.getFirst()) {
            case Single(var notification) -> new Posting.New(message(notification));
            case Story story -> posting(story);
        };
    }

    /** What nothing is known of but itself. */
    Posting unrecorded(News news) {
        var blocks = new ArrayList<Block>();
        if (news.kind() != Kind.INCIDENT_RESOLVED) {
            blocks.addAll(calls(news.severity()));
        }
        return new Posting.New(message(
                news, About.PLATFORM, blocks, "not recorded anywhere; each replica of the notifier says it once"));
    }

    /** A message that can be changed shows how the incident stands, and its thread what happened. */
    private Posting posting(Story story) {
        var told = story.told();
        if (told == null || told.message() == null) {
            return new Posting.New(message(story, story.news()));
        }
        var standing =
                story.incident().isResolved() ? story.news() : story.incident().news();
        return new Posting.Changed(
                told.message(), message(story, standing), message(story, story.news()), ALOUD.contains(story.step()));
    }

    private SlackMessage message(Story story, News news) {
        var incident = story.incident();
        var blocks = new ArrayList<Block>();
        if (URGENT.contains(story.step())) {
            blocks.addAll(calls(news.severity()));
        }
        return message(news, incident.about(), blocks, smallPrint(story, incident));
    }

    SlackMessage message(Notification notification) {
        var news = notification.news();
        return message(
                news,
                notification.about(),
                new ArrayList<>(),
                news.kind().word() + " · " + notification.origin().time() + " · " + notification.id());
    }

    private SlackMessage message(News news, About about, List<Block> blocks, String smallPrint) {
        var headline = emoji(news.kind(), news.severity()) + " " + news.headline();
        blocks.addFirst(Block.Header.of(headline));
        if (!news.details().isEmpty()) {
            blocks.add(
                    Block.Section.of(news.details().stream().map("• "::concat).collect(Collectors.joining("\n"))));
        }
        if (news.advice() != null) {
            blocks.add(Block.Section.of(news.advice()));
        }
        blocks.addAll(facts(about));
        blocks.add(Block.Actions.of(button(news.kind(), about)));
        blocks.add(Block.Context.of(smallPrint));
        return SlackMessage.of(fallback(headline, news), blocks);
    }

    private static String smallPrint(Story story, Incident incident) {
        var handler = incident.handler();
        var standing = switch (incident.state()) {
            case OPEN -> "mesh incident ack " + incident.number();
            case ACKNOWLEDGED -> "acknowledged" + (handler == null ? "" : " by " + handler.principal());
            case RESOLVED -> "resolved" + (handler == null ? "" : " by " + handler.principal());
        };
        var often = incident.alerts() == 1 ? "" : " · " + incident.alerts() + " alerts";
        var flaps = switch (incident.flaps()) {
            case 0 -> "";
            case 1 -> " · came back once";
            default -> " · came back " + incident.flaps() + " times";
        };
        return "incident " + incident.number() + often + flaps + " · since " + incident.openedAt() + " · " + standing
                + " · " + story.first().id();
    }

    /** For the most urgent of what begins or gets worse. */
    private List<Block> calls(List<Item> due) {
        return due.stream()
                .filter(item -> item instanceof Story story && URGENT.contains(story.step()))
                .map(item -> item.news().severity())
                .max(Comparator.naturalOrder())
                .map(this::calls)
                .orElse(List.of());
    }

    private List<Block> calls(Severity severity) {
        var called = mentions.getOrDefault(severity, List.of());
        return called.isEmpty() ? List.of() : List.of(Block.Section.calling(called));
    }

    /** What is over is marked so, however severe it was. */
    static String emoji(Kind kind, Severity severity) {
        return switch (kind) {
            case SLO_RECOVERED, INCIDENT_RESOLVED -> "✅";
            case INCIDENT_ACKNOWLEDGED -> "👀";
            default -> emoji(severity);
        };
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

    private Block.Button button(Kind kind, About about) {
        if (kind == Kind.DEAD_LETTERS) {
            return Block.Button.of("Open the dead letters", links.deadLetters());
        }
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
