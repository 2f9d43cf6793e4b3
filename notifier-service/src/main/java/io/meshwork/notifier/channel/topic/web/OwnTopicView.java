package io.meshwork.notifier.channel.topic.web;

import io.meshwork.notifier.channel.topic.Rights;
import io.meshwork.notifier.channel.topic.TopicNames;
import io.meshwork.notifier.channel.topic.TopicState;
import io.meshwork.notifier.subscription.Subscription;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Schema(name = "OwnTopic")
record OwnTopicView(
        @Schema(description = "On the broker") String name,
        @Schema(description = "In the schema registry") String subject,

        @Schema(description = "How the consumer groups of its reader begin")
        String groupPrefix,

        @Schema(description = "Hours that its records are kept")
        long retentionHours,

        @Schema(description = "The user of the broker who may read it") @Nullable
        String reader,

        @Schema(description = "waiting (it is not made yet, or deleted first), ready, or ending")
        String state,

        @Schema(
                description =
                        "granted; nobody: no reader is named; no_authorizer: whoever reaches the broker may read it;"
                                + " withheld: see trouble")
        @Nullable
        String rights,

        @Schema(description = "Why it is not as it should be, and what helps") @Nullable
        String trouble,

        @Schema(description = "When it is deleted") @Nullable
        Instant deletedAt) {

    /** Empty when there is none and none is wanted. */
    static Optional<OwnTopicView> of(Subscription subscription, @Nullable TopicState state, TopicNames names) {
        var id = subscription.id();
        var topic = subscription.topic();
        var wanted = subscription.active() ? topic : null;
        var retention = wanted != null ? wanted.retention() : state != null ? state.retention() : null;
        if (retention == null) {
            return Optional.empty();
        }
        return Optional.of(new OwnTopicView(
                names.topic(id),
                names.subject(id),
                names.groups(id),
                retention.toHours(),
                wanted == null ? null : wanted.reader(),
                state(state, wanted != null),
                state == null
                        ? null
                        : Optional.ofNullable(state.rights()).map(Rights::word).orElse(null),
                state == null ? null : state.troubles(),
                state == null ? null : state.deleteAt()));
    }

    private static String state(@Nullable TopicState state, boolean wanted) {
        if (!wanted) {
            return "ending";
        }
        return state != null && state.made() ? "ready" : "waiting";
    }
}
