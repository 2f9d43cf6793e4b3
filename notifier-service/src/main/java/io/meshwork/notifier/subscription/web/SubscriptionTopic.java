package io.meshwork.notifier.subscription.web;

import io.meshwork.events.SubmittedOwnTopic;
import io.meshwork.events.SubmittedSchedule;
import io.meshwork.events.SubscriptionSubmitted;
import io.meshwork.messaging.RequestTopic;
import io.meshwork.messaging.web.BearerToken;
import io.meshwork.notifier.subscription.OwnTopicForm;
import io.meshwork.notifier.subscription.ScheduleForm;
import io.meshwork.notifier.subscription.SubscriptionForm;
import io.meshwork.notifier.subscription.SubscriptionOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appends requests for subscriptions. */
@Component
class SubscriptionTopic {

    private final RequestTopic requests;

    SubscriptionTopic(RequestTopic requests) {
        this.requests = requests;
    }

    /**
     * @param id the same id again is the same request
     * @return the identity under which the request will be decided
     */
    UUID append(UUID id, String subscriptionId, SubscriptionOrder order, @Nullable String token) {
        var submitted = switch (order) {
            case SubscriptionOrder.Put(var form, var onlyNew) -> toRecord(form, onlyNew ? "create" : "set");
            case SubscriptionOrder.Turn turn ->
                SubscriptionSubmitted.newBuilder()
                        .setSubscriptionId(subscriptionId)
                        .setSubscriber("")
                        .setChannel("")
                        .setAction(turn.word())
                        .build();
        };
        return requests.append("subscription.submitted", subscriptionId, id, submitted, BearerToken.toRecord(token));
    }

    private static SubscriptionSubmitted toRecord(SubscriptionForm form, String action) {
        return SubscriptionSubmitted.newBuilder()
                .setSubscriptionId(form.id())
                .setSubscriber(form.subscriber())
                .setContact(form.contact())
                .setProducts(form.products())
                .setDomains(form.domains())
                .setTags(form.tags())
                .setEventTypes(form.eventTypes())
                .setMinimumSeverity(form.minimumSeverity())
                .setChangedFields(form.changedFields())
                .setFilter(form.filter())
                .setChannel(form.channel())
                .setTarget(form.target())
                .setUntil(form.until())
                .setSchedule(toRecord(form.schedule()))
                .setActive(form.active())
                .setAction(action)
                .setTopic(toRecord(form.topic()))
                .setStart(form.start())
                .build();
    }

    private static @Nullable SubmittedOwnTopic toRecord(@Nullable OwnTopicForm topic) {
        return topic == null
                ? null
                : SubmittedOwnTopic.newBuilder()
                        .setRetentionHours(topic.retentionHours())
                        .setReader(topic.reader())
                        .build();
    }

    /** Null says the same as words that say nothing. */
    private static @Nullable SubmittedSchedule toRecord(ScheduleForm schedule) {
        if (schedule.equals(ScheduleForm.AT_ONCE)) {
            return null;
        }
        return SubmittedSchedule.newBuilder()
                .setDigestMinutes(schedule.digestMinutes())
                .setDigestAt(schedule.digestAt())
                .setDigestDays(schedule.digestDays())
                .setQuietFrom(schedule.quietFrom())
                .setQuietTo(schedule.quietTo())
                .setQuietDays(schedule.quietDays())
                .setQuietBelow(schedule.quietBelow())
                .setZone(schedule.zone())
                .build();
    }
}
