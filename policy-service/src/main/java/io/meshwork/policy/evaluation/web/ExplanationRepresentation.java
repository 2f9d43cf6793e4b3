package io.meshwork.policy.evaluation.web;

import io.meshwork.policy.evaluation.Explanations.Explained;
import io.meshwork.policy.judgement.Explanation;
import io.meshwork.policy.judgement.Explanation.Outcome;
import io.meshwork.policy.judgement.Explanation.RuleExplanation;
import io.meshwork.policy.language.Observation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(name = "Explanation", description = "A verdict, computed again from the policies and facts it was made of")
record ExplanationRepresentation(
        VerdictRepresentation verdict,

        @Schema(description = "The moment that decided which stage of its roll-out a policy was in")
        Instant asOf,

        @Schema(description = "False when this version of the service would judge in another way")
        boolean reproduced,

        List<PolicyExplanation> policies) {

    @Schema(name = "PolicyExplanation")
    record PolicyExplanation(
            String policyId,
            long policyRevision,
            String title,
            String enforcement,

            @Schema(description = "As they were for this domain")
            Map<String, Object> parameters,

            @Schema(description = "yes, no or undecided") String applies,

            List<Observation> match,
            List<RuleRepresentation> rules) {}

    @Schema(name = "RuleExplanation")
    record RuleRepresentation(
            String rule,

            @Schema(description = "yes, no or undecided") String holds,

            @Nullable String message,

            @Schema(description = "What the parts of the rule came to")
            List<Observation> values) {}

    /** @param policy null for all */
    static ExplanationRepresentation of(Explained explained, @Nullable String policy) {
        return new ExplanationRepresentation(
                VerdictRepresentation.of(explained.kept()),
                explained.asOf(),
                explained.reproduced(),
                explained.policies().stream()
                        .filter(one -> policy == null || policy.equals(one.policyId()))
                        .map(ExplanationRepresentation::of)
                        .toList());
    }

    private static PolicyExplanation of(Explanation one) {
        return new PolicyExplanation(
                one.policyId(),
                one.policyRevision(),
                one.title(),
                one.enforcement(),
                one.parameters(),
                text(one.applies()),
                one.match(),
                one.rules().stream().map(ExplanationRepresentation::of).toList());
    }

    private static RuleRepresentation of(RuleExplanation one) {
        return new RuleRepresentation(one.rule(), text(one.outcome()), one.message(), one.observations());
    }

    private static String text(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "yes";
            case DOES_NOT_HOLD -> "no";
            case UNDECIDED -> "undecided";
        };
    }
}
