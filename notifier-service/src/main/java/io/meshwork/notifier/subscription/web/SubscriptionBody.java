package io.meshwork.notifier.subscription.web;

import io.meshwork.notifier.subscription.SubscriptionFault;
import io.meshwork.notifier.subscription.SubscriptionForm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "SubscriptionRequest",
        description = "A subscription as it shall be; what a filter does not name is open")
record SubscriptionBody(
        @Schema(description = "1 to 63 lower-case letters, digits and hyphens; in a PUT it may be left out") @Nullable
        String id,

        @Schema(description = "Team that subscribes", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String subscriber,

        @Schema(description = "Whom to ask there") @Nullable String contact,

        @Schema(description = "Product ids, * as wildcard") @Nullable
        List<@Nullable String> products,

        @Nullable List<@Nullable String> domains,

        @Schema(description = "Any of which a product must carry") @Nullable
        List<@Nullable String> tags,

        @Schema(description = "Kinds of news") @Nullable List<@Nullable String> eventTypes,

        @Schema(description = "info, warning or critical; default info") @Nullable
        String minimumSeverity,

        @Schema(description = "Fields such as orders.email, * as wildcard: only news that say that one of them changed")
        @Nullable
        List<@Nullable String> changedFields,

        @Schema(
                description =
                        "A condition in CEL over the update, such as update.status == 'failed' && update.score < 0.9")
        @Nullable
        String filter,

        @Schema(description = "How: feed, slack, webhook or email", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String channel,

        @Schema(description = "Address in the channel, such as a name under mesh.slack.webhooks, or an e-mail address")
        @Nullable
        String target,

        @Schema(
                description = "When it ends by itself: 2027-03-31, which is the beginning of that day in UTC, or"
                        + " 2027-03-31T12:00:00Z")
        @Nullable
        String until,

        @Schema(description = "When it is told; left out: at once") @Nullable
        ScheduleBody schedule,

        @Schema(description = "Asks for a topic of its own, even by {}; for the channel feed") @Nullable
        OwnTopicBody topic,

        @Schema(
                description = "now (default), or current: it is told how everything stands that it follows; with a"
                        + " topic of its own or a webhook")
        @Nullable
        String start) {

    private static final String NOT_A_TIME = "write a day such as 2027-03-31, or a time such as 2027-03-31T12:00:00Z";

    /** @throws io.meshwork.messaging.web.ProblemException 422 with everything that is wrong in itself */
    SubscriptionForm toForm(String id) {
        var faults = new ArrayList<SubscriptionFault>();
        if (this.id != null && !this.id.equals(id)) {
            faults.add(new SubscriptionFault("/id", "the address names '" + id + "'; leave it out here"));
        }
        if (channel == null) {
            faults.add(new SubscriptionFault("/channel", "say how news shall come, such as feed"));
        }
        var form = new SubscriptionForm(
                id,
                Objects.requireNonNullElse(subscriber, ""),
                contact,
                words("/products", products, faults),
                words("/domains", domains, faults),
                words("/tags", tags, faults),
                words("/eventTypes", eventTypes, faults),
                Objects.requireNonNullElse(minimumSeverity, "info"),
                words("/changedFields", changedFields, faults),
                filter,
                Objects.requireNonNullElse(channel, "feed"),
                target,
                time(faults),
                ScheduleBody.toForm(schedule, faults),
                true,
                OwnTopicBody.toForm(topic),
                Objects.requireNonNullElse(start, "now"));
        if (form.read() instanceof SubscriptionForm.Reading.Unreadable(var more)) {
            faults.addAll(more);
        }
        if (!faults.isEmpty()) {
            throw SubscriptionProblems.invalid(id, faults);
        }
        return form;
    }

    static List<String> words(
            String pointer, @Nullable List<@Nullable String> given, Collection<SubscriptionFault> faults) {
        if (given == null) {
            return List.of();
        }
        if (given.contains(null)) {
            faults.add(new SubscriptionFault(pointer, "an entry is null; leave it out"));
        }
        return given.stream().filter(Objects::nonNull).toList();
    }

    private @Nullable Instant time(List<SubscriptionFault> faults) {
        if (until == null) {
            return null;
        }
        try {
            return until.length() <= "2027-01-31".length()
                    ? LocalDate.parse(until).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(until);
        } catch (DateTimeException notATime) {
            faults.add(new SubscriptionFault("/until", NOT_A_TIME));
            return null;
        }
    }
}
