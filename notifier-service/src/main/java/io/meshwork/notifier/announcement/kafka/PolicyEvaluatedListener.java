package io.meshwork.notifier.announcement.kafka;

import static io.meshwork.notifier.announcement.kafka.Origins.words;

import io.meshwork.events.PolicyEvaluated;
import io.meshwork.events.PolicyViolation;
import io.meshwork.messaging.Batch;
import io.meshwork.notifier.alert.UndecidedRule;
import io.meshwork.notifier.announcement.ProductNews;
import io.meshwork.notifier.announcement.Reported;
import io.meshwork.notifier.announcement.UndecidedRules;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import io.meshwork.notifier.product.Aspect;
import io.meshwork.notifier.product.Finding;
import io.meshwork.notifier.product.Judged;
import io.meshwork.notifier.product.ProductVersion;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component("policyEvaluated")
class PolicyEvaluatedListener extends VersionFactListener<PolicyEvaluated> {

    private final UndecidedRules undecided;
    private final Links links;

    PolicyEvaluatedListener(ProductNews news, UndecidedRules undecided, Links links) {
        super("policy.evaluated", PolicyEvaluated.class, Aspect.COMPLIANCE, news, links);
        this.undecided = undecided;
        this.links = links;
    }

    /** A rule that cannot be decided is told at once, also when the product is not known yet. */
    @Override
    protected void handle(Batch<PolicyEvaluated> batch) {
        super.handle(batch);
        undecided.met(
                batch.events().stream()
                        .flatMap(event ->
                                undecided(event.require()).map(rule -> new Reported<>(Origins.of(event), rule)))
                        .toList(),
                new OutcomePublications(batch, links));
    }

    private static Stream<UndecidedRule> undecided(PolicyEvaluated value) {
        return value.getViolations().stream()
                .filter(PolicyViolation::getUndecided)
                .map(violation -> new UndecidedRule(
                        words(violation.getPolicyId()),
                        violation.getPolicyRevision(),
                        words(violation.getRule()),
                        words(value.getProductId() + " " + value.getVersion()),
                        violation.getMessage(),
                        value.getEvaluatedAt()));
    }

    @Override
    public String expectedKey(PolicyEvaluated value) {
        return value.getProductId();
    }

    @Override
    Judged fact(PolicyEvaluated value) {
        return new Judged(
                new ProductVersion(value.getProductId(), value.getVersion()),
                words(value.getVerdict()),
                value.getPoliciesEvaluated(),
                value.getViolations().stream()
                        .map(PolicyEvaluatedListener::finding)
                        .toList(),
                value.getViolations().stream()
                        .filter(violation -> violation.getWaiver() == null)
                        .map(PolicyViolation::getBlocksAt)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                value.getEvaluatedAt());
    }

    private static Finding finding(PolicyViolation violation) {
        return new Finding(
                violation.getPolicyId() + "/" + violation.getRule(),
                violation.getMessage() + standing(violation),
                violation.getRemediation());
    }

    /** What becomes of a violation that does not block, now. */
    private static String standing(PolicyViolation violation) {
        if (violation.getWaiver() != null) {
            return " (waived by " + violation.getWaiver().getApprover() + " until "
                    + violation.getWaiver().getUntil() + ")";
        }
        return violation.getBlocksAt() == null ? "" : " (blocks the product from " + violation.getBlocksAt() + ")";
    }
}
