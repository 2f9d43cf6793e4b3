package io.meshwork.notifier.subscription.kafka;

import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.schedule.Schedule;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Filter;
import io.meshwork.notifier.subscription.ScheduleForm;
import io.meshwork.notifier.subscription.Subscription;
import io.meshwork.notifier.subscription.SubscriptionDecision;
import io.meshwork.notifier.subscription.SubscriptionFault;
import io.meshwork.notifier.subscription.SubscriptionRules;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The subscriptions that the operators of the mesh keep.
 *
 * @param subscriptions by unique id; one that is removed here ends
 */
@Validated
@ConfigurationProperties("mesh")
record SubscriptionSettings(@DefaultValue List<@Valid Configured> subscriptions) {

    /**
     * @param id unique, {@code [a-z0-9-]{1,63}}
     * @param subscriber team that subscribes
     * @param contact whom to ask there; may be absent
     * @param products product ids with {@code *} as wildcard; default all
     * @param domains default all
     * @param tags any of which a product must carry; default all
     * @param eventTypes kinds of news; default all
     * @param minimumSeverity info, warning or critical; default info
     * @param changedFields fields with {@code *} as wildcard, any of which must have changed; default all news
     * @param filter in CEL over the update; may be absent
     * @param channel feed, slack, webhook or email
     * @param target for slack a name under {@code mesh.slack.webhooks}, absent for {@code mesh.slack.webhook-url}; for a webhook
     *     the id of an endpoint of the subscriber; for email the address
     * @param schedule when it is told; absent: at once
     */
    record Configured(
            @NotBlank String id,
            @NotBlank String subscriber,
            @Nullable String contact,
            @DefaultValue Set<String> products,
            @DefaultValue Set<String> domains,
            @DefaultValue Set<String> tags,
            @DefaultValue Set<Kind> eventTypes,
            @DefaultValue("info") Severity minimumSeverity,
            @DefaultValue Set<String> changedFields,
            @Nullable String filter,
            @NotNull Channel channel,
            @Nullable String target,
            @Nullable @Valid When schedule) {

        private Subscription toSubscription() {
            var types = eventTypes.stream().map(Kind::word).collect(Collectors.toUnmodifiableSet());
            var wanted = new Filter(products, domains, tags, types, minimumSeverity, changedFields, filter);
            var faults = new ArrayList<SubscriptionFault>();
            var told = schedule == null ? Schedule.AT_ONCE : schedule.toForm().read(faults);
            refuse(id, faults);
            return new Subscription(id, subscriber, contact, wanted, channel, target, true, false, null, told);
        }
    }

    /**
     * As {@link ScheduleForm}; times of day need quotes in YAML.
     *
     * @param quietBelow default critical
     */
    record When(
            @Nullable Integer digestMinutes,
            @Nullable String digestAt,
            @DefaultValue List<String> digestDays,
            @Nullable String quietFrom,
            @Nullable String quietTo,
            @DefaultValue List<String> quietDays,
            @Nullable String quietBelow,
            @Nullable String zone) {

        private ScheduleForm toForm() {
            return new ScheduleForm(
                    digestMinutes, digestAt, digestDays, quietFrom, quietTo, quietDays, quietBelow, zone);
        }
    }

    /** @throws IllegalArgumentException when one is malformed or two have the same id */
    List<Subscription> toSubscriptions() {
        var wanted = subscriptions.stream().map(Configured::toSubscription).toList();
        wanted.forEach(subscription -> refuse(subscription.id(), SubscriptionRules.faults(subscription)));
        if (wanted.stream().map(Subscription::id).distinct().count() < wanted.size()) {
            throw new IllegalArgumentException("mesh.subscriptions: two have the same id; give each its own");
        }
        return wanted;
    }

    private static void refuse(String id, List<SubscriptionFault> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("mesh.subscriptions: "
                    + SubscriptionDecision.Refused.invalid(id, faults).reason());
        }
    }
}
