package io.meshwork.policy.evaluation.kafka;

import io.meshwork.events.PolicyEvaluated;
import io.meshwork.events.PolicyViolation;
import io.meshwork.events.PolicyWaived;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Outcomes;
import io.meshwork.policy.evaluation.JudgedVersion;
import io.meshwork.policy.judgement.Verdict;
import io.meshwork.policy.judgement.Violation;
import io.meshwork.policy.judgement.Violation.Waived;
import org.jspecify.annotations.Nullable;

final class VerdictRecords {

    private static final String TOPIC = "policy.evaluated";

    private VerdictRecords() {}

    static void announce(Outcomes outcomes, Cause cause, JudgedVersion judged) {
        outcomes.emit(cause, TOPIC, judged.productId(), toRecord(judged));
    }

    private static PolicyEvaluated toRecord(JudgedVersion judged) {
        Verdict verdict = judged.verdict();
        return new PolicyEvaluated(
                judged.productId(),
                judged.version(),
                verdict.policySetRevision(),
                verdict.compliance().text(),
                verdict.policiesEvaluated(),
                verdict.violations().stream().map(VerdictRecords::toRecord).toList(),
                judged.evaluatedAt());
    }

    private static PolicyViolation toRecord(Violation v) {
        return PolicyViolation.newBuilder()
                .setPolicyId(v.policyId())
                .setPolicyRevision(v.policyRevision())
                .setRule(v.rule())
                .setCategory(v.category())
                .setEnforcement(v.enforcement())
                .setMessage(v.message())
                .setRemediation(v.remediation())
                .setBlocksAt(v.blocksAt())
                .setWaiver(toRecord(v.waiver()))
                .setUndecided(v.undecided())
                .build();
    }

    private static @Nullable PolicyWaived toRecord(@Nullable Waived waived) {
        return waived == null ? null : new PolicyWaived(waived.id(), waived.approver(), waived.until());
    }
}
