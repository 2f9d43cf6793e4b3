package io.meshwork.notifier.alert;

import io.meshwork.notifier.news.Signal;
import io.meshwork.notifier.objective.ObjectiveChanged;
import io.meshwork.notifier.product.Judged;
import io.meshwork.notifier.product.KnownProduct;
import io.meshwork.notifier.product.Listed;
import io.meshwork.notifier.product.Rejected;
import io.meshwork.notifier.product.Scored;
import io.meshwork.notifier.product.VersionFact;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What begins and what ends a trouble. */
public final class Signals {

    private static final String SUBMISSION = "submission";
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private Signals() {}

    /** Null when the fact leaves it open: data that was not checked may still be bad. */
    public static @Nullable Signal of(VersionFact fact, KnownProduct product) {
        if (!fact.isSettled()) {
            return null;
        }
        var cause = fact.aspect().word();
        if (fact.alarm() != null) {
            return Signal.wrong(cause, product.revision());
        }
        return switch (fact) {
            case Scored scored when !scored.isPassed() -> null;
            case Scored _, Judged _, Listed _ -> Signal.over(cause, product.revision());
        };
    }

    /**
     * Over when a version is published, or when nothing more is refused: nothing tells that the author went back to what is
     * published already, or gave up. What goes on being refused is told again before that.
     */
    public static Signal rejected() {
        return Signal.wrongUntilQuiet(SUBMISSION, Rejected.TOLD_AGAIN.multipliedBy(2));
    }

    /** Whatever was refused before: this one was accepted. */
    public static Signal published() {
        return Signal.over(SUBMISSION, 0);
    }

    /** A version takes its troubles with it. */
    public static Signal retired() {
        return Signal.everythingOver(-1);
    }

    public static Signal gone() {
        return Signal.everythingOver(Long.MAX_VALUE);
    }

    /** Null for a status that we do not know. */
    public static @Nullable Signal of(ObjectiveChanged change) {
        var cause = "objective " + change.id().objective();
        if (change.isTrouble()) {
            return Signal.wrong(cause, 0);
        }
        return change.isOver() ? Signal.over(cause, 0) : null;
    }

    public static Signal of(WaiverEnding waiver) {
        return Signal.wrong(waiver(waiver.waiverId()), 0);
    }

    /** It was extended or given back, or has ended: nobody need be reminded of it. */
    public static Signal waiverSettled(String waiverId) {
        return Signal.over(waiver(waiverId), 0);
    }

    public static Signal of(UndecidedRule rule) {
        return Signal.wrongUntilQuiet("rule " + rule.policyId() + "/" + rule.rule(), A_DAY);
    }

    static Signal deadLetters(String service, String topic) {
        return Signal.wrongUntilQuiet("dead letters of " + service + " from " + topic, AN_HOUR);
    }

    public static Signal webhookDisabled(String endpointId) {
        return Signal.wrong(webhook(endpointId), 0);
    }

    public static Signal webhookEnabled(String endpointId) {
        return Signal.over(webhook(endpointId), 0);
    }

    public static Signal of(PlatformTrouble trouble) {
        return Signal.wrong(platform(trouble.part()), 0);
    }

    public static Signal platformWell(String part) {
        return Signal.over(platform(part), 0);
    }

    /** Over when nothing more is refused: nobody tells that the next one arrived. */
    public static Signal of(Undelivered undelivered) {
        return Signal.wrongUntilQuiet("delivery to " + undelivered.subscriptionId(), AN_HOUR);
    }

    private static String platform(String part) {
        return "platform " + part;
    }

    private static String waiver(String id) {
        return "waiver " + id;
    }

    private static String webhook(String id) {
        return "webhook " + id;
    }
}
