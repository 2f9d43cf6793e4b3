package io.meshwork.policy.authorization.web;

import io.meshwork.policy.access.AccessRequest;
import io.meshwork.policy.authorization.AccessAnswer;
import io.meshwork.policy.judgement.AccessDecision.Decider;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "AccessDecision", description = "Whether a principal may use a product for a purpose, now")
record AccessRepresentation(
        String productId,

        @Schema(description = "By which it was decided; absent when the mesh has no such product") @Nullable
        String version,

        String principal,
        String purpose,
        String action,
        @Nullable String port,

        @Schema(description = "permitted or denied") String decision,

        String reason,

        @Schema(description = "The rule that decided; absent when none applied, so that it is denied") @Nullable
        Rule decidedBy,

        @Schema(description = "What rules of advisory policies would have said")
        List<Rule> advice,

        long policySetRevision,
        Instant decidedAt) {

    @Schema(name = "AccessRule")
    record Rule(
            String policyId,
            long policyRevision,
            String rule,
            @Schema(description = "Permit or Deny") String effect,

            @Schema(description = "Why its condition could not be decided, so that it denies") @Nullable
            String undecided) {

        static Rule of(Decider decider) {
            return new Rule(
                    decider.policyId(),
                    decider.policyRevision(),
                    decider.rule(),
                    decider.effect().text(),
                    decider.undecided());
        }
    }

    static AccessRepresentation of(AccessAnswer answer) {
        AccessRequest request = answer.question().request();
        Decider decider = answer.decision().decider();
        return new AccessRepresentation(
                answer.question().productId(),
                answer.version(),
                request.principal().id(),
                request.purpose(),
                request.action(),
                request.port(),
                answer.text(),
                answer.reason(),
                decider == null ? null : Rule.of(decider),
                answer.decision().advice().stream().map(Rule::of).toList(),
                answer.decision().policySetRevision(),
                answer.decidedAt());
    }
}
