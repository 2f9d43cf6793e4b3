package io.meshwork.notifier.subscription.web;

import io.meshwork.notifier.subscription.SubscriptionDecisions.Kept;
import io.meshwork.notifier.subscription.TestMessage.Told;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "SubscriptionDecision", description = "What became of a request")
record SubscriptionDecisionRepresentation(
        UUID requestId,

        @Schema(description = "Null when it is asked for and still pending") @Nullable
        String subscriptionId,

        @Schema(description = "changed, unchanged, tested or pending")
        String state,

        @Nullable Long revision,

        @Schema(description = "The test message; GET /api/v1/notifications tells what becomes of it") @Nullable
        UUID notificationId,

        @Schema(description = "Of the test message: waiting, sent or suppressed") @Nullable
        String delivery,

        @Schema(description = "Why the test message is not sent") @Nullable
        String reason) {

    static SubscriptionDecisionRepresentation of(Kept kept, String state, long revision) {
        return new SubscriptionDecisionRepresentation(
                kept.requestId(), kept.subscriptionId(), state, revision, null, null, null);
    }

    static SubscriptionDecisionRepresentation tested(Kept kept, long revision, Told told) {
        return new SubscriptionDecisionRepresentation(
                kept.requestId(),
                kept.subscriptionId(),
                "tested",
                revision,
                told.notificationId(),
                told.state(),
                told.reason());
    }

    static SubscriptionDecisionRepresentation pending(UUID requestId, @Nullable String subscriptionId) {
        return new SubscriptionDecisionRepresentation(requestId, subscriptionId, "pending", null, null, null, null);
    }
}
