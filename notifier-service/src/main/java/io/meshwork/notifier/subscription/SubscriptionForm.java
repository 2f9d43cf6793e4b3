package io.meshwork.notifier.subscription;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.news.Text;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A subscription in the words of its requester. */
public record SubscriptionForm(
        String id,
        String subscriber,
        @Nullable String contact,
        List<String> products,
        List<String> domains,
        List<String> tags,
        List<String> eventTypes,
        String minimumSeverity,
        String channel,
        @Nullable String target,
        boolean active) {

    private static final int WORDS = 200;

    /** What became of reading it. */
    public sealed interface Reading {
        record Readable(Subscription subscription) implements Reading {}

        /** @param reason which word is unknown, and those that are known */
        record Unreadable(String reason) implements Reading {}
    }

    /** A word that means nothing would be a subscription that never fires. */
    public Reading read() {
        var severity = Severity.of(minimumSeverity);
        var through = Channel.of(channel);
        var unknownType =
                eventTypes.stream().filter(type -> Kind.of(type).isEmpty()).findFirst();
        if (severity.isEmpty()) {
            return unknown("minimumSeverity", minimumSeverity, Severity.words());
        }
        if (through.isEmpty()) {
            return unknown("channel", channel, Channel.words());
        }
        if (unknownType.isPresent()) {
            return unknown("eventTypes", unknownType.get(), Kind.words());
        }
        var filter = new Filter(words(products), words(domains), words(tags), words(eventTypes), severity.get());
        return new Reading.Readable(new Subscription(
                id,
                Text.line(subscriber, WORDS),
                contact == null ? null : Text.line(contact, WORDS),
                filter,
                through.get(),
                target,
                active));
    }

    private Reading unknown(String field, String word, List<String> known) {
        return new Reading.Unreadable("subscription '" + id + "' has the unknown " + field + " '" + word + "'; use "
                + String.join(", ", known));
    }

    private static Set<String> words(Collection<String> words) {
        return words.stream().map(word -> Text.line(word, WORDS)).collect(toUnmodifiableSet());
    }
}
