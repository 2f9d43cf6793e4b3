package io.meshwork.notifier.alert;

import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.objective.ObjectiveChanged;
import io.meshwork.notifier.objective.Told;
import io.meshwork.notifier.product.Finding;
import io.meshwork.notifier.product.Judged;
import io.meshwork.notifier.product.Listed;
import io.meshwork.notifier.product.Rejected;
import io.meshwork.notifier.product.Scored;
import io.meshwork.notifier.product.Standing;
import io.meshwork.notifier.product.VersionFact;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What ops are told of a product: once, for as long as the trouble stays the same. */
public final class Alerts {

    private Alerts() {}

    public static Optional<News> of(VersionFact fact, Standing before) {
        if (!before.isNewToOps(fact)) {
            return Optional.empty();
        }
        return switch (fact) {
            case Listed listed -> Optional.of(blocked(listed));
            case Scored scored -> Optional.of(failed(scored));
            case Judged judged -> Optional.of(toBeBlocked(judged));
        };
    }

    public static News of(Rejected rejected) {
        var version = rejected.version() == null ? "" : " " + rejected.version();
        return News.of(
                        Kind.SUBMISSION_REJECTED,
                        Severity.WARNING,
                        "The submission of " + rejected.productId() + version + " was rejected")
                .because(rejected.findings())
                .advising("Mend the contract and submit it again; it was submitted by " + rejected.principal() + ".");
    }

    /** Its owner is named: nobody else may know why there is a waiver. */
    public static News of(WaiverEnding waiver) {
        var rule = waiver.rule() == null ? "" : ", rule " + waiver.rule();
        return News.of(
                        Kind.WAIVER_ENDING,
                        Severity.WARNING,
                        "Waiver " + waiver.waiverId() + " of " + waiver.subject() + " from " + waiver.policyId() + rule
                                + " ends on " + waiver.endsAt().truncatedTo(ChronoUnit.SECONDS))
                .because(List.of(new Finding("", waiver.reason(), null)))
                .advising("To " + waiver.owner() + ": extend it (mesh waiver grant), or mend what it excuses. From then"
                        + " on it blocks again.");
    }

    /** Products are held up by it, and their owners cannot mend it. */
    public static News of(UndecidedRule rule) {
        return News.of(
                        Kind.RULE_UNDECIDED,
                        Severity.WARNING,
                        "Policy " + rule.policyId() + ", revision " + rule.policyRevision() + ": "
                                + (rule.isMatch()
                                        ? "it cannot be decided where it applies"
                                        : "the rule " + rule.rule() + " cannot be decided"))
                .because(List.of(new Finding(rule.example(), rule.reason(), null)))
                .advising("It counts as violated wherever it cannot be decided. Whoever wrote the policy mends it; mesh"
                        + " policy explain shows the values. This revision is not reported again.");
    }

    /** Its team is named: what happens meanwhile is kept for it, but not sent. */
    public static News of(WebhookEnded ended) {
        return News.of(
                        Kind.WEBHOOK_DISABLED,
                        Severity.WARNING,
                        "Webhook " + ended.endpointId() + " of " + ended.team() + " is disabled")
                .because(List.of(new Finding("", ended.reason(), null)))
                .advising("To " + ended.team() + ": mend it, then mesh webhook enable " + ended.endpointId()
                        + ", and mesh webhook replay " + ended.endpointId() + " for what was missed.");
    }

    /** Told of the mesh itself: no owner of a product can mend it. */
    public static News of(PlatformTrouble trouble) {
        var found = List.of(new Finding("", trouble.what(), null));
        return switch (trouble.trouble()) {
            case LAGGING ->
                News.of(Kind.CONSUMER_LAGGING, Severity.WARNING, trouble.part() + " falls behind")
                        .because(found)
                        .advising("Look at mesh_listener_* of the service; more replicas or partitions help when it is"
                                + " the load.");
            case STUCK ->
                News.of(Kind.CONSUMER_STUCK, Severity.CRITICAL, trouble.part() + " stands still")
                        .because(found)
                        .advising("Is the service up, and do its database, broker and registry answer? Its log and"
                                + " /actuator/health say what it waits for. Nothing is lost meanwhile.");
            case UNREACHABLE ->
                News.of(Kind.PLATFORM_UNREACHABLE, Severity.CRITICAL, "The " + trouble.part() + " cannot be reached")
                        .because(found)
                        .advising("The services wait for it and go on by themselves when it answers again.");
            case NONE -> throw new IllegalArgumentException("that all is well is no alert");
        };
    }

    public static News of(Undelivered undelivered) {
        var what = undelivered.count() == 1 ? "A notification" : undelivered.count() + " notifications";
        return News.of(
                        Kind.NOTIFICATION_FAILED,
                        Severity.WARNING,
                        what + " for " + undelivered.subscriptionId() + " could not be delivered by "
                                + undelivered.channel())
                .because(List.of(new Finding(undelivered.example(), undelivered.reason(), null)))
                .advising("Mend the target of the subscription; mesh notifications --subscription "
                        + undelivered.subscriptionId()
                        + " --state failed lists what was not delivered, and mesh notifications"
                        + " replay --subscription " + undelivered.subscriptionId() + " tries it again.");
    }

    /** That it is over is as severe as the trouble was, so that whoever heard of the one hears of the other. */
    public static News of(ObjectiveChanged change, Told before) {
        var what = change.id().productId() + " " + change.version() + ": "
                + change.id().objective();
        return switch (change.status()) {
            case ObjectiveChanged.BREACHED ->
                News.of(Kind.SLO_BREACHED, Severity.CRITICAL, what + " is breached")
                        .because(List.of(measured(change)))
                        .advising("Its owner finds the cause: mesh slo status "
                                + change.id().productId() + " shows what was measured.");
            case ObjectiveChanged.AT_RISK ->
                News.of(Kind.SLO_AT_RISK, Severity.WARNING, what + " is at risk")
                        .because(List.of(measured(change)))
                        .advising("It will be breached if things go on like this: mesh slo status "
                                + change.id().productId() + " shows what was measured.");
            case ObjectiveChanged.ENDED ->
                News.of(Kind.SLO_RECOVERED, severityOf(before), what + " is not promised any more");
            default ->
                News.of(Kind.SLO_RECOVERED, severityOf(before), what + " has recovered")
                        .because(List.of(measured(change)));
        };
    }

    private static Severity severityOf(Told before) {
        return ObjectiveChanged.BREACHED.equals(before.trouble()) ? Severity.CRITICAL : Severity.WARNING;
    }

    private static Finding measured(ObjectiveChanged change) {
        var measured = change.measured() == null
                ? "nothing arrived in time"
                : "measured " + quantity(change.measured(), change.unit());
        return new Finding(
                "",
                measured + ", promised " + quantity(change.target(), change.unit()) + ", since "
                        + change.changedAt().truncatedTo(ChronoUnit.SECONDS),
                null);
    }

    /** A share without its unit: 0.999 says it itself. */
    private static String quantity(double number, String unit) {
        return unit.isEmpty() || unit.equals("ratio") ? number(number) : number(number) + " " + unit;
    }

    private static String number(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString()
                : "no number";
    }

    private static News blocked(Listed listed) {
        return News.of(Kind.PRODUCT_BLOCKED, Severity.CRITICAL, listed.ref() + " is blocked")
                .because(listed.findings())
                .advising("Consumers do not see this version. Its owner mends it and publishes a new version.");
    }

    private static News toBeBlocked(Judged judged) {
        return News.of(
                        Kind.COMPLIANCE_CHANGED,
                        Severity.WARNING,
                        judged.ref() + " will be blocked from " + judged.blocksAt() + ": policies changed")
                .because(judged.findings())
                .advising("Until then its owner publishes a version that complies, or asks for a waiver.");
    }

    private static News failed(Scored scored) {
        var percent = scored.percent();
        return News.of(
                        Kind.QUALITY_FAILED,
                        Severity.WARNING,
                        scored.ref() + " failed its quality checks" + (percent == null ? "" : " at " + percent + " %"))
                .because(scored.findings())
                .advising("Its owner mends the data and reports it refreshed, or changes what the contract promises.");
    }
}
