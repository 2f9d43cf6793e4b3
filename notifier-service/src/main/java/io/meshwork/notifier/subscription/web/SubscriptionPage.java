package io.meshwork.notifier.subscription.web;

import io.meshwork.notifier.subscription.Stored;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** @param next address of the next page, null on the last one */
record SubscriptionPage(List<Item> items, @Nullable String next) {

    record Item(
            String id,
            String subscriber,
            @Nullable String contact,
            List<String> products,
            List<String> domains,
            List<String> tags,
            List<String> eventTypes,
            String minimumSeverity,
            List<String> changedFields,

            @Schema(description = "A condition in CEL; shown to whoever may subscribe for the team, and to ops")
            @Nullable
            String filter,

            String channel,

            @Schema(description = "Address in the channel; shown to whoever may subscribe for the team, and to ops")
            @Nullable
            String target,

            @Nullable Instant until,
            @Nullable ScheduleBody schedule,
            @Nullable OwnTopicBody topic,
            boolean active,
            boolean paused,
            String source,
            long revision,
            Instant changedAt) {

        /** For those who may know that the team follows, and not what it makes of it. */
        Item toOthers() {
            return new Item(
                    id,
                    subscriber,
                    contact,
                    products,
                    domains,
                    tags,
                    eventTypes,
                    minimumSeverity,
                    changedFields,
                    null,
                    channel,
                    null,
                    until,
                    schedule,
                    topic,
                    active,
                    paused,
                    source,
                    revision,
                    changedAt);
        }
    }

    /**
     * @param found one subscription more than the page holds when there is a next page
     * @param own whether the reader may see all of what is this team's
     */
    static SubscriptionPage of(List<Stored> found, int limit, Predicate<String> own, UnaryOperator<String> next) {
        var shown = found.stream().limit(limit).toList();
        return new SubscriptionPage(
                shown.stream()
                        .map(SubscriptionPage::item)
                        .map(item -> own.test(item.subscriber()) ? item : item.toOthers())
                        .toList(),
                found.size() > limit ? next.apply(shown.getLast().subscription().id()) : null);
    }

    static Item item(Stored stored) {
        var subscription = stored.subscription();
        var filter = subscription.filter();
        return new Item(
                subscription.id(),
                subscription.subscriber(),
                subscription.contact(),
                sorted(filter.products()),
                sorted(filter.domains()),
                sorted(filter.tags()),
                sorted(filter.eventTypes()),
                filter.minimumSeverity().word(),
                sorted(filter.changedFields()),
                filter.expression(),
                subscription.channel().word(),
                subscription.target(),
                subscription.until(),
                ScheduleBody.of(subscription.schedule()),
                OwnTopicBody.of(subscription.topic()),
                subscription.active(),
                subscription.paused(),
                stored.source().name().toLowerCase(Locale.ROOT),
                stored.revision(),
                stored.changedAt());
    }

    private static List<String> sorted(Collection<String> words) {
        return words.stream().sorted().toList();
    }
}
