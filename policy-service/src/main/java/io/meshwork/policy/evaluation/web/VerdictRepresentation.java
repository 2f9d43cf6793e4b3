package io.meshwork.policy.evaluation.web;

import io.meshwork.policy.evaluation.Verdicts.Kept;
import io.meshwork.policy.judgement.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

@Schema(name = "Verdict", description = "What the policies say about one version of a product")
record VerdictRepresentation(
        String productId,
        String version,

        @Schema(description = "compliant, warnings or violated")
        String verdict,

        @Schema(description = "Revision of the policy set that judged")
        long policySetRevision,

        @Schema(description = "Revision of the newest policy set that said the same")
        long confirmedRevision,

        int policiesEvaluated,
        @Schema(description = "Mandatory ones first") List<Violation> violations,
        Instant evaluatedAt) {

    static VerdictRepresentation of(Kept kept) {
        var verdict = kept.judged().verdict();
        return new VerdictRepresentation(
                kept.judged().productId(),
                kept.judged().version(),
                verdict.compliance().text(),
                verdict.policySetRevision(),
                kept.confirmedRevision(),
                verdict.policiesEvaluated(),
                verdict.violations(),
                kept.judged().evaluatedAt());
    }
}
