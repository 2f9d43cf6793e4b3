package io.meshwork.notifier;

import io.meshwork.events.AccessDecided;
import io.meshwork.events.CheckResult;
import io.meshwork.events.ListingReason;
import io.meshwork.events.PolicyEvaluated;
import io.meshwork.events.PolicyViolation;
import io.meshwork.events.ProductListing;
import io.meshwork.events.ProductPublished;
import io.meshwork.events.ProductRejected;
import io.meshwork.events.ProductVersionChanged;
import io.meshwork.events.QualityScored;
import io.meshwork.events.RejectionProblem;
import io.meshwork.events.SloStatusChanged;
import io.meshwork.events.SubscriptionSubmitted;
import io.meshwork.events.WaiverChanged;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Records as the other services write them. */
public final class Events {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

    private Events() {}

    public static ProductPublished published(String id) {
        return published(id, "1.0.0");
    }

    public static ProductPublished published(String id, String version) {
        var parts = id.split("\\.", 2);
        return ProductPublished.newBuilder()
                .setProductId(id)
                .setDomain(parts[0])
                .setName(parts[1])
                .setVersion(version)
                .setTitle("Title of " + id)
                .setType("source")
                .setLifecycle("production")
                .setOwnerTeam("team-" + parts[0])
                .setOwnerContact("#" + parts[0])
                .setTags(List.of("gold"))
                .setContract("{}")
                .setContentHash("0")
                .setRevision(1)
                .setSubmissionId(UUID.randomUUID())
                .setPrincipal("local")
                .setSubmittedAt(NOW)
                .setPublishedAt(NOW)
                .build();
    }

    public static ProductVersionChanged versionChanged(String id, String change) {
        return ProductVersionChanged.newBuilder()
                .setProductId(id)
                .setVersion("1.0.0")
                .setChange(change)
                .setStage(change)
                .setReason("Replaced")
                .setSuccessor("2.0.0")
                .setSunset(NOW)
                .setRevision(2)
                .setChangedAt(NOW)
                .build();
    }

    public static PolicyEvaluated evaluated(String id, long revision, String verdict) {
        var violation = PolicyViolation.newBuilder()
                .setPolicyId("pii")
                .setPolicyRevision(1)
                .setRule("classified")
                .setCategory("privacy")
                .setEnforcement("mandatory")
                .setMessage("email is not classified")
                .setRemediation("classify it")
                .build();
        return PolicyEvaluated.newBuilder()
                .setProductId(id)
                .setVersion("1.0.0")
                .setPolicySetRevision(revision)
                .setVerdict(verdict)
                .setPoliciesEvaluated(3)
                .setViolations(verdict.equals("compliant") ? List.of() : List.of(violation))
                .setEvaluatedAt(NOW.plusMillis(revision))
                .build();
    }

    /** A verdict by a policy whose rule cannot be decided for this product. */
    public static PolicyEvaluated undecided(String id, long policyRevision) {
        var verdict = evaluated(id, policyRevision, "violated");
        var violation = PolicyViolation.newBuilder(verdict.getViolations().getFirst())
                .setPolicyId("careless")
                .setPolicyRevision(policyRevision)
                .setUndecided(true)
                .build();
        return PolicyEvaluated.newBuilder(verdict)
                .setViolations(List.of(violation))
                .build();
    }

    public static QualityScored scored(String id, long run, String status) {
        var check = CheckResult.newBuilder()
                .setName("unique-id")
                .setDataset("orders")
                .setDimension("uniqueness")
                .setMetric("duplicate_values")
                .setSeverity("error")
                .setStatus(status)
                .setMeasured(12.0)
                .setThreshold("= 0")
                .build();
        return QualityScored.newBuilder()
                .setProductId(id)
                .setVersion("1.0.0")
                .setRunSequence(run)
                .setTrigger("published")
                .setStatus(status)
                .setScore(0.9)
                .setChecks(List.of(check))
                .setScoredAt(NOW)
                .build();
    }

    public static ProductListing listing(String id, long revision, String state) {
        var reason = ListingReason.newBuilder()
                .setCode("pii/classified")
                .setMessage("email is not classified")
                .build();
        return ProductListing.newBuilder()
                .setProductId(id)
                .setDomain(id.split("\\.", 2)[0])
                .setName(id.split("\\.", 2)[1])
                .setVersion("1.0.0")
                .setType("source")
                .setLifecycle("production")
                .setState(state)
                .setReasons(state.equals("blocked") ? List.of(reason) : List.of())
                .setCompliance("violated")
                .setQuality("passed")
                .setRevision(revision)
                .setSubmittedAt(NOW)
                .setChangedAt(NOW)
                .build();
    }

    public static ProductRejected rejected(String id) {
        var problem = RejectionProblem.newBuilder()
                .setCode("owner-missing")
                .setMessage("the contract names no owner")
                .setAdvice("add metadata.owner")
                .setPointer("/metadata")
                .setLine(3)
                .setColumn(1)
                .build();
        return ProductRejected.newBuilder()
                .setProductId(id)
                .setVersion("1.0.0")
                .setSubmissionId(UUID.randomUUID())
                .setProblems(List.of(problem))
                .setPrincipal("alice")
                .setRejectedAt(NOW)
                .build();
    }

    public static WaiverChanged waiverChanged(String id, String subject, String state) {
        return WaiverChanged.newBuilder()
                .setWaiverId(id)
                .setRevision(1)
                .setPolicySetRevision(1)
                .setState(state)
                .setPolicyId("pii")
                .setSubject(subject)
                .setReason("The new store comes.")
                .setOwner("cart-team")
                .setApprover("grace")
                .setStartsAt(NOW)
                .setEndsAt(Instant.parse("2099-03-31T00:00:00Z"))
                .setChangedAt(NOW)
                .build();
    }

    public static SloStatusChanged sloChanged(String id, long sequence, String status) {
        return SloStatusChanged.newBuilder()
                .setProductId(id)
                .setVersion("1.0.0")
                .setObjective("freshness")
                .setStatus(status)
                .setMeasured(status.equals("breached") ? null : 12.5)
                .setTarget(3_600)
                .setUnit("seconds")
                .setSequence(sequence)
                .setChangedAt(NOW)
                .build();
    }

    public static AccessDecided.Builder accessDecided(String id, String team, String decision) {
        return AccessDecided.newBuilder()
                .setRequestId(UUID.randomUUID())
                .setProductId(id)
                .setVersion("1.0.0")
                .setPrincipal("ada")
                .setPurpose("reporting")
                .setAction("read")
                .setDecision(decision)
                .setReason("a rule says so")
                .setPolicySetRevision(1)
                .setTeam(team)
                .setDecidedAt(NOW);
    }

    public static SubscriptionSubmitted.Builder subscription(String id) {
        return SubscriptionSubmitted.newBuilder()
                .setSubscriptionId(id)
                .setSubscriber("sales")
                .setChannel("feed");
    }
}
