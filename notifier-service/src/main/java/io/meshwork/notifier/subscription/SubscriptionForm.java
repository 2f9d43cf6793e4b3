package io.meshwork.notifier.subscription;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.news.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A subscription in the words of its requester.
 *
 * @param until to the microsecond that records and tables keep
 */
public record SubscriptionForm(
        String id,
        String subscriber,
        @Nullable String contact,
        List<String> products,
        List<String> domains,
        List<String> tags,
        List<String> eventTypes,
        String minimumSeverity,
        List<String> changedFields,
        String channel,
        @Nullable String target,
        @Nullable Instant until,
        ScheduleForm schedule,
        boolean active) {

    private static final int WORDS = 200;

    public SubscriptionForm {
        until = until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
    }

    /** What became of reading it. */
    public sealed interface Reading {
        record Readable(Subscription subscription) implements Reading {}

        /** @param faults everything that is wrong */
        record Unreadable(List<SubscriptionFault> faults) implements Reading {}
    }

    /** A word that means nothing would be a subscription that never fires. */
    public Reading read() {
        var faults = new ArrayList<SubscriptionFault>();
        var severity =
                known("/minimumSeverity", minimumSeverity, Severity.of(minimumSeverity), Severity.words(), faults);
        var through = known("/channel", channel, Channel.of(channel), Channel.words(), faults);
        for (int i = 0; i < eventTypes.size(); i++) {
            known("/eventTypes/" + i, eventTypes.get(i), Kind.of(eventTypes.get(i)), Kind.words(), faults);
        }
        var subscription = new Subscription(
                id,
                Text.line(subscriber, WORDS),
                contact == null ? null : Text.line(contact, WORDS),
                new Filter(
                        words(products),
                        words(domains),
                        words(tags),
                        words(eventTypes),
                        severity.orElse(Severity.INFO),
                        words(changedFields)),
                through.orElse(Channel.FEED),
                target,
                active,
                false,
                until,
                schedule.read(faults));
        faults.addAll(SubscriptionRules.faults(subscription));
        return faults.isEmpty() ? new Reading.Readable(subscription) : new Reading.Unreadable(faults);
    }

    private static <T> Optional<T> known(
            String pointer, String word, Optional<T> meaning, List<String> known, List<SubscriptionFault> faults) {
        if (meaning.isEmpty()) {
            faults.add(new SubscriptionFault(
                    pointer,
                    "'" + Text.line(word, WORDS) + "' is unknown. " + Suggestions.didYouMean(word, known)
                            + "Known are: " + String.join(", ", known)));
        }
        return meaning;
    }

    private static Set<String> words(Collection<String> words) {
        return words.stream().map(word -> Text.line(word, WORDS)).collect(toUnmodifiableSet());
    }
}
