package io.meshwork.notifier.subscription.kafka;

import io.meshwork.events.SubscriptionChanged;
import io.meshwork.events.SubscriptionSubmitted;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.SubscriptionForm;
import io.meshwork.notifier.subscription.SubscriptionOrder;
import io.meshwork.notifier.subscription.SubscriptionOrder.Turn;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Subscriptions from and to their records. */
public final class SubscriptionRecords {

    private SubscriptionRecords() {}

    /** Empty when the record wants something that this version does not know. */
    static Optional<SubscriptionOrder> fromSubmitted(SubscriptionSubmitted value) {
        return switch (value.getAction()) {
            case "set" -> Optional.of(new SubscriptionOrder.Put(form(value), false));
            case "create" -> Optional.of(new SubscriptionOrder.Put(form(value), true));
            default -> Turn.of(value.getAction()).map(turn -> turn);
        };
    }

    private static SubscriptionForm form(SubscriptionSubmitted value) {
        return new SubscriptionForm(
                value.getSubscriptionId(),
                value.getSubscriber(),
                value.getContact(),
                value.getProducts(),
                value.getDomains(),
                value.getTags(),
                value.getEventTypes(),
                value.getMinimumSeverity(),
                value.getChangedFields(),
                value.getFilter(),
                value.getChannel(),
                value.getTarget(),
                value.getUntil(),
                ScheduleRecords.fromSubmitted(value.getSchedule()),
                value.getActive(),
                OwnTopicRecords.fromSubmitted(value.getTopic()),
                value.getStart());
    }

    /** Announces it, and sees to it that it ends in time and that its topic is as it says. */
    public static void emitChanged(Outcomes outcomes, Cause cause, Stored stored) {
        outcomes.emit(cause, "subscription.changed", stored.subscription().id(), toChanged(stored));
        SubscriptionExpiry.enqueue(outcomes, cause, stored);
        OwnTopicRecords.enqueue(outcomes, cause, stored);
    }

    private static SubscriptionChanged toChanged(Stored stored) {
        var subscription = stored.subscription();
        var filter = subscription.filter();
        return SubscriptionChanged.newBuilder()
                .setSubscriptionId(subscription.id())
                .setSubscriber(subscription.subscriber())
                .setContact(subscription.contact())
                .setProducts(sorted(filter.products()))
                .setDomains(sorted(filter.domains()))
                .setTags(sorted(filter.tags()))
                .setEventTypes(sorted(filter.eventTypes()))
                .setMinimumSeverity(filter.minimumSeverity().word())
                .setChannel(subscription.channel().word())
                .setTarget(subscription.target())
                .setActive(subscription.active())
                .setPaused(subscription.paused())
                .setChangedFields(sorted(filter.changedFields()))
                .setFilter(filter.expression())
                .setUntil(subscription.until())
                .setSchedule(ScheduleRecords.toChanged(subscription.schedule()))
                .setTopic(OwnTopicRecords.toChanged(subscription.topic()))
                .setSource(stored.source().name().toLowerCase(Locale.ROOT))
                .setRevision(stored.revision())
                .setPrincipal(stored.principal())
                .setChangedAt(stored.changedAt())
                .build();
    }

    private static List<String> sorted(Collection<String> words) {
        return words.stream().sorted().toList();
    }
}
