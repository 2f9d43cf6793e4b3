package io.meshwork.catalog.product.kafka;

import io.meshwork.catalog.product.Judgement;
import io.meshwork.catalog.product.Listings;
import io.meshwork.catalog.product.Verdict;
import io.meshwork.catalog.product.Verdict.Violation;
import io.meshwork.catalog.product.Verdict.Violation.Waived;
import io.meshwork.catalog.product.VersionId;
import io.meshwork.events.PolicyEvaluated;
import io.meshwork.events.PolicyViolation;
import io.meshwork.events.PolicyWaived;
import io.meshwork.messaging.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the verdicts of the policies. */
@Component("policyEvaluated")
class PolicyEvaluatedListener extends JudgementListener<PolicyEvaluated> {

    PolicyEvaluatedListener(Listings listings) {
        super("policy.evaluated", PolicyEvaluated.class, listings);
    }

    @Override
    public String expectedKey(PolicyEvaluated value) {
        return value.getProductId();
    }

    @Override
    Judgement toJudgement(Event<PolicyEvaluated> event) {
        PolicyEvaluated evaluated = event.require();
        return new Judgement.ByPolicies(
                new VersionId(evaluated.getProductId(), evaluated.getVersion()),
                new Verdict(
                        evaluated.getPolicySetRevision(),
                        evaluated.getVerdict(),
                        evaluated.getPoliciesEvaluated(),
                        evaluated.getViolations().stream()
                                .map(PolicyEvaluatedListener::violation)
                                .toList(),
                        evaluated.getEvaluatedAt()),
                event.cause());
    }

    private static Violation violation(PolicyViolation violation) {
        return new Violation(
                violation.getPolicyId(),
                violation.getPolicyRevision(),
                violation.getRule(),
                violation.getCategory(),
                violation.getEnforcement(),
                violation.getMessage(),
                violation.getRemediation(),
                violation.getBlocksAt(),
                waived(violation.getWaiver()));
    }

    private static @Nullable Waived waived(@Nullable PolicyWaived waiver) {
        return waiver == null ? null : new Waived(waiver.getWaiverId(), waiver.getApprover(), waiver.getUntil());
    }
}
