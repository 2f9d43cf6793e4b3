package io.meshwork.policy.define.web;

import io.meshwork.policy.define.PolicyDecisions.Kept;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "PolicyDecision", description = "What became of a request")
record DecisionRepresentation(
        UUID requestId,

        @Schema(description = "Null when it is asked for and still pending") @Nullable
        String policyId,

        @Schema(description = "changed, unchanged or pending")
        String state,

        @Nullable Long policyRevision,
        @Nullable Long policySetRevision) {

    static DecisionRepresentation of(Kept kept, String state, long policyRevision) {
        return new DecisionRepresentation(kept.requestId(), kept.policyId(), state, policyRevision, kept.setRevision());
    }

    static DecisionRepresentation pending(UUID requestId, @Nullable String policyId) {
        return new DecisionRepresentation(requestId, policyId, "pending", null, null);
    }
}
