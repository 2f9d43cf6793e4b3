package io.meshwork.local.demo;

import io.meshwork.events.CheckResult;
import io.meshwork.events.PolicyEvaluated;
import io.meshwork.events.PolicyViolation;
import io.meshwork.events.ProductListing;
import io.meshwork.events.ProductPublished;
import io.meshwork.events.ProductRejected;
import io.meshwork.events.ProductUpdate;
import io.meshwork.events.QualityScored;
import io.meshwork.events.RejectionProblem;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Reads the mesh's records as steps. */
final class Steps {

    private Steps() {}

    static Optional<Step> from(SpecificRecord record) {
        return switch (record) {
            case ProductPublished p ->
                Optional.of(
                        new Step.Published(p.getProductId(), p.getVersion(), p.getPublishedAt(), p.getSubmittedAt()));
            case ProductRejected r ->
                Optional.of(new Step.Rejected(
                        r.getProductId(),
                        r.getProblems().stream()
                                .map(RejectionProblem::getMessage)
                                .toList(),
                        r.getRejectedAt()));
            case PolicyEvaluated e ->
                Optional.of(new Step.Judged(
                        e.getProductId(),
                        e.getVerdict(),
                        e.getPoliciesEvaluated(),
                        e.getViolations().stream().map(Steps::violation).toList(),
                        e.getEvaluatedAt()));
            case QualityScored q ->
                Optional.of(new Step.Scored(
                        q.getProductId(),
                        q.getStatus(),
                        q.getScore(),
                        q.getChecks().stream()
                                .filter(c -> !c.getStatus().equals("passed")
                                        && !c.getStatus().equals("not_run"))
                                .map(Steps::check)
                                .toList(),
                        q.getReason(),
                        q.getScoredAt()));
            case ProductListing l ->
                Optional.of(new Step.Listed(
                        l.getProductId(),
                        l.getVersion(),
                        l.getState(),
                        l.getCompliance(),
                        l.getQuality(),
                        l.getQualityScore(),
                        l.getChangedAt(),
                        l.getSubmittedAt()));
            case ProductUpdate u ->
                Optional.of(new Step.Fed(
                        u.getProductId(), u.getKind(), u.getHeadline(), u.getSubscriptions(), u.getOccurredAt()));
            default -> Optional.empty();
        };
    }

    private static String violation(PolicyViolation violation) {
        return violation.getPolicyId() + " (" + violation.getEnforcement() + "): " + violation.getMessage();
    }

    private static String check(CheckResult check) {
        return check.getName()
                + ": "
                + (check.getMessage() == null ? "expected " + check.getThreshold() : check.getMessage());
    }
}
