package io.meshwork.policy.waiver.web;

import io.meshwork.policy.waiver.WaiverDecisions.Kept;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "WaiverDecision", description = "What became of a request")
record WaiverDecisionRepresentation(
        UUID requestId,

        @Schema(description = "Null when it is asked for and still pending") @Nullable
        String waiverId,

        @Schema(description = "granted, unchanged, withdrawn or pending")
        String state,

        @Nullable Long revision,
        @Nullable Long policySetRevision) {

    static WaiverDecisionRepresentation of(Kept kept, String state, long revision) {
        return new WaiverDecisionRepresentation(kept.requestId(), kept.waiverId(), state, revision, kept.setRevision());
    }

    static WaiverDecisionRepresentation pending(UUID requestId, @Nullable String waiverId) {
        return new WaiverDecisionRepresentation(requestId, waiverId, "pending", null, null);
    }
}
