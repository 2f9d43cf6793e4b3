package io.meshwork.notifier.subscription;

import io.meshwork.notifier.news.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription in the words of its requester.
 *
 * @param filter in CEL, null when there is none
 * @param until to the microsecond that records and tables keep
 * @param topic asks for one of its own, null for none
 * @param start now or current
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
        @Nullable String filter,
        String channel,
        @Nullable String target,
        @Nullable Instant until,
        ScheduleForm schedule,
        boolean active,
        @Nullable OwnTopicForm topic,
        String start) {

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
        var through = FilterForm.known("/channel", channel, Channel.of(channel), Channel.words(), faults);
        var wanted = new FilterForm(products, domains, tags, eventTypes, minimumSeverity, changedFields)
                .read(faults)
                .where(filter);
        var subscription = new Subscription(
                id,
                Text.line(subscriber, WORDS),
                contact == null ? null : Text.line(contact, WORDS),
                wanted,
                through.orElse(Channel.FEED),
                target,
                active,
                false,
                until,
                schedule.read(faults),
                topic == null ? null : topic.read(faults));
        FilterForm.known("/start", start, Start.of(start), Start.words(), faults);
        if (startsFromCurrent() && !subscription.isToldAlone()) {
            faults.add(new SubscriptionFault(
                    "/start",
                    "the present state is told to programs, where nobody else hears it: ask for a topic of your own"
                            + " (topic), or use a webhook; or leave it out"));
        }
        faults.addAll(SubscriptionRules.faults(subscription));
        return faults.isEmpty() ? new Reading.Readable(subscription) : new Reading.Unreadable(faults);
    }

    /** Whether the present state of everything that it follows is told first. */
    public boolean startsFromCurrent() {
        return start.equals(Start.CURRENT.word());
    }
}
