package io.meshwork.notifier.alert;

import static io.meshwork.notifier.Given.NOW;
import static io.meshwork.notifier.Given.findings;
import static io.meshwork.notifier.Given.judged;
import static io.meshwork.notifier.Given.listed;
import static io.meshwork.notifier.Given.scored;
import static io.meshwork.notifier.Given.spared;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.product.Finding;
import io.meshwork.notifier.product.Listed;
import io.meshwork.notifier.product.Rejected;
import io.meshwork.notifier.product.Scored;
import io.meshwork.notifier.product.Standing;
import io.meshwork.notifier.product.VersionFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsTest {

    @Test
    void alertsOfABlockedProductWithItsReasons() {
        var alert =
                Alerts.of(listed(1, "blocked", "pii/classified"), Standing.NONE).orElseThrow();

        assertThat(alert.kind()).isEqualTo(Kind.PRODUCT_BLOCKED);
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.headline()).isEqualTo("cart.orders 1.2.0 is blocked");
        assertThat(alert.details()).containsExactly("pii/classified: pii/classified is wrong");
        assertThat(alert.advice()).isNotBlank();
    }

    @Test
    void alertsOfFailedQualityWithItsScore() {
        var alert = Alerts.of(scored(1, "failed", 0.875, "unique-id"), Standing.NONE)
                .orElseThrow();

        assertThat(alert.kind()).isEqualTo(Kind.QUALITY_FAILED);
        assertThat(alert.headline()).isEqualTo("cart.orders 1.2.0 failed its quality checks at 87 %");
    }

    @Test
    void tellsTheOwnerOfAWaiverThatItEnds() {
        var alert = Alerts.of(new WaiverEnding(
                "new-store",
                "pii",
                "classified",
                "cart.orders",
                "The new store comes.",
                "cart-team",
                Instant.parse("2027-03-31T00:00:00.5Z"),
                NOW));

        assertThat(alert.kind()).isEqualTo(Kind.WAIVER_ENDING);
        assertThat(alert.severity()).isEqualTo(Severity.WARNING);
        assertThat(alert.headline())
                .isEqualTo("Waiver new-store of cart.orders from pii, rule classified ends on 2027-03-31T00:00:00Z");
        assertThat(alert.details()).containsExactly("The new store comes.");
        assertThat(alert.advice()).startsWith("To cart-team: extend it");
    }

    @Test
    void tellsWhoWroteAPolicyThatItsRuleCannotBeDecided() {
        var alert = Alerts.of(
                new UndecidedRule("pii", 3, "classified", "cart.orders 1.0.0", "the product has no 'tags'", NOW));

        assertThat(alert.kind()).isEqualTo(Kind.RULE_UNDECIDED);
        assertThat(alert.headline()).isEqualTo("Policy pii, revision 3: the rule classified cannot be decided");
        assertThat(alert.details()).containsExactly("cart.orders 1.0.0: the product has no 'tags'");
        assertThat(Alerts.of(new UndecidedRule("pii", 3, "match", "cart.orders 1.0.0", "no tags", NOW))
                        .headline())
                .isEqualTo("Policy pii, revision 3: it cannot be decided where it applies");
    }

    @Test
    void staysSilentWhenAllIsWell() {
        assertThat(Alerts.of(listed(1, "listed"), Standing.NONE)).isEmpty();
        assertThat(Alerts.of(listed(1, "listed_with_warnings", "x"), Standing.NONE))
                .isEmpty();
        assertThat(Alerts.of(scored(1, "passed", 1), Standing.NONE)).isEmpty();
        assertThat(Alerts.of(scored(1, "not_checked", 0), Standing.NONE)).isEmpty();
    }

    @Test
    void alertsOfAProductThatWillBeBlockedAsSoonAsThatIsKnownAndOnce() {
        var end = Instant.parse("2027-01-31T00:00:00Z");
        var spared = spared(2, end, "p/r");

        var alert = Alerts.of(spared, Standing.NONE.after(judged(1, "warnings", "q/r")))
                .orElseThrow();

        assertThat(alert.headline())
                .isEqualTo("cart.orders 1.2.0 will be blocked from 2027-01-31T00:00:00Z: policies changed");
        assertThat(alert.advice()).contains("waiver");
        assertThat(Alerts.of(spared(3, end, "p/r"), Standing.NONE.after(spared)))
                .isEmpty();
    }

    @Test
    void leavesAViolationToTheListingThatItBlocks() {
        assertThat(Alerts.of(judged(1, "violated", "p/r"), Standing.NONE)).isEmpty();
    }

    @Test
    void alertsOnceWhileAProductStaysBlockedForTheSameReasons() {
        assertThat(alerts(
                        listed(1, "blocked", "a", "b"), listed(2, "blocked", "b", "a"), listed(3, "blocked", "a", "b")))
                .hasSize(1);
    }

    @Test
    void alertsAgainWhenTheReasonsChange() {
        assertThat(alerts(listed(1, "blocked", "a"), listed(2, "blocked", "a", "b")))
                .hasSize(2);
    }

    @Test
    void alertsAgainWhenTheTroubleComesBack() {
        assertThat(alerts(listed(1, "blocked", "a"), listed(2, "listed"), listed(3, "blocked", "a")))
                .hasSize(2);
    }

    @Test
    void doesNotTakeAPendingListingForTheEndOfTheTrouble() {
        assertThat(alerts(listed(1, "blocked", "a"), listed(2, "pending"), listed(3, "blocked", "a")))
                .hasSize(1);
    }

    @Test
    void alertsOnceWhileTheSameChecksFailWhateverTheScore() {
        assertThat(alerts(scored(1, "failed", 0.5, "a"), scored(2, "failed", 0.6, "a")))
                .hasSize(1);
    }

    @Test
    void doesNotAlertAgainForAWarningThatComesAndGoes() {
        var warned = new Scored(listed(1, "x").ref(), 2, "failed", 0.5, null, findings("a"), findings("late"), NOW);

        assertThat(alerts(scored(1, "failed", 0.5, "a"), warned)).hasSize(1);
    }

    @Test
    void saysTheFirstFewReasonsAndCountsTheOthers() {
        var alert = Alerts.of(new Listed(listed(1, "x").ref(), 1, "blocked", findings(40), NOW), Standing.NONE);

        assertThat(alert.orElseThrow().details()).hasSize(6).last().isEqualTo("and 35 more");
    }

    @Test
    void saysHowToMendWhatIsWrong() {
        var reason = new Finding("retention", "retention is not stated", "add spec.retention");

        var alert = Alerts.of(new Listed(listed(1, "x").ref(), 1, "blocked", List.of(reason), NOW), Standing.NONE);

        assertThat(alert.orElseThrow().details())
                .containsExactly("retention: retention is not stated → add spec.retention");
    }

    @Test
    void alertsOfARejectedSubmissionWithoutAVersion() {
        var alert = Alerts.of(new Rejected("cart.orders", null, findings("yaml"), "alice", NOW));

        assertThat(alert.kind()).isEqualTo(Kind.SUBMISSION_REJECTED);
        assertThat(alert.headline()).isEqualTo("The submission of cart.orders was rejected");
        assertThat(alert.advice()).contains("alice");
    }

    private static List<News> alerts(VersionFact... facts) {
        var alerts = new ArrayList<News>();
        var standing = Standing.NONE;
        for (var fact : facts) {
            Alerts.of(fact, standing).ifPresent(alerts::add);
            standing = standing.after(fact);
        }
        return alerts;
    }
}
