package io.meshwork.notifier.subscription.kafka;

import io.meshwork.events.SubscriptionChanged;
import io.meshwork.events.SubscriptionSubmitted;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.SubscriptionForm;
import java.util.Collection;
import java.util.List;

/** Subscriptions from and to their records. */
final class SubscriptionRecords {

    private SubscriptionRecords() {}

    static SubscriptionForm fromSubmitted(SubscriptionSubmitted value) {
        return new SubscriptionForm(
                value.getSubscriptionId(),
                value.getSubscriber(),
                value.getContact(),
                value.getProducts(),
                value.getDomains(),
                value.getTags(),
                value.getEventTypes(),
                value.getMinimumSeverity(),
                value.getChannel(),
                value.getTarget(),
                value.getActive());
    }

    static void emitChanged(Outcomes outcomes, Cause cause, Stored stored) {
        outcomes.emit(cause, "subscription.changed", stored.subscription().id(), toChanged(stored));
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
                .setRevision(stored.revision())
                .setPrincipal(stored.principal())
                .setChangedAt(stored.changedAt())
                .build();
    }

    private static List<String> sorted(Collection<String> words) {
        return words.stream().sorted().toList();
    }
}
