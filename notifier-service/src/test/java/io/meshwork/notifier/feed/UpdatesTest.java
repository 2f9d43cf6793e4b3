package io.meshwork.notifier.feed;

import static io.meshwork.notifier.Given.NOW;
import static io.meshwork.notifier.Given.judged;
import static io.meshwork.notifier.Given.listed;
import static io.meshwork.notifier.Given.orders;
import static io.meshwork.notifier.Given.scored;
import static io.meshwork.notifier.Given.spared;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.product.Finding;
import io.meshwork.notifier.product.Published;
import io.meshwork.notifier.product.Standing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdatesTest {

    @Test
    void tellsConsumersThatAProductWillBeBlockedAlsoWhenItHadWarningsBefore() {
        var before = Standing.NONE.after(judged(1, "warnings", "a"));

        var update = Updates.of(spared(2, Instant.parse("2027-01-31T00:00:00Z"), "a", "b"), before)
                .orElseThrow();

        assertThat(update.headline())
                .isEqualTo("cart.orders 1.2.0 complies no longer, and will be blocked from 2027-01-31T00:00:00Z");
    }

    @Test
    void tellsThatAVersionWasPublished() {
        var update = Updates.of(new Published(orders(), "1.1.0", List.of(), List.of(), NOW));

        assertThat(update.kind()).isEqualTo(Kind.PUBLISHED);
        assertThat(update.headline()).isEqualTo("cart.orders 1.2.0 (Orders) was published, after 1.1.0");
    }

    @Test
    void warnsOfAVersionThatBreaksItsConsumers() {
        var breaking =
                new Finding("orders.id.type", "changed. Consumers that read string values get integer values.", null);

        var update = Updates.of(new Published(orders(), "0.9.0", List.of(breaking), List.of(), NOW));

        assertThat(update.severity()).isEqualTo(Severity.WARNING);
        assertThat(update.headline()).endsWith("was published, after 0.9.0, with a breaking change");
        assertThat(update.details()).singleElement().asString().startsWith("orders.id.type: changed.");
    }

    @Test
    void tellsTheFirstVerdictOnAVersion() {
        var update = Updates.of(judged(1, "compliant"), Standing.NONE).orElseThrow();

        assertThat(update.kind()).isEqualTo(Kind.COMPLIANCE_CHANGED);
        assertThat(update.severity()).isEqualTo(Severity.INFO);
        assertThat(update.headline()).isEqualTo("cart.orders 1.2.0 complies with all 8 policies");
    }

    @Test
    void doesNotTellTheSameVerdictAgain() {
        var before = Standing.NONE.after(judged(1, "warnings", "a"));

        assertThat(Updates.of(judged(2, "warnings", "b"), before)).isEmpty();
    }

    @Test
    void tellsAnotherVerdict() {
        var before = Standing.NONE.after(judged(1, "compliant"));

        var update = Updates.of(judged(2, "violated", "pii/rule"), before).orElseThrow();

        assertThat(update.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(update.details()).containsExactly("pii/rule: pii/rule is wrong");
    }

    @Test
    void tellsAScoreThatMovedByAPercent() {
        var before = Standing.NONE.after(scored(1, "passed", 0.98));

        assertThat(Updates.of(scored(2, "passed", 0.9801), before)).isEmpty();
        assertThat(Updates.of(scored(2, "passed", 0.97), before)).isPresent();
    }

    @Test
    void tellsWhyQualityWasNotChecked() {
        var fact = new io.meshwork.notifier.product.Scored(
                orders().ref(),
                1,
                "not_checked",
                null,
                "the file is missing",
                java.util.List.of(),
                java.util.List.of(),
                NOW);

        assertThat(Updates.of(fact, Standing.NONE).orElseThrow().headline())
                .isEqualTo("cart.orders 1.2.0 was not checked for quality: the file is missing");
    }

    @Test
    void keepsAPendingListingToItself() {
        assertThat(Updates.of(listed(1, "pending"), Standing.NONE)).isEmpty();
    }

    @Test
    void tellsAListingThatChanged() {
        var before = Standing.NONE.after(listed(1, "blocked", "a")).after(listed(2, "pending"));

        var update = Updates.of(listed(3, "listed"), before).orElseThrow();

        assertThat(update.kind()).isEqualTo(Kind.LISTING_CHANGED);
        assertThat(update.headline()).isEqualTo("cart.orders 1.2.0 is listed");
    }

    @Test
    void tellsAStateItHasNeverHeardOf() {
        assertThat(Updates.of(listed(1, "archived"), Standing.NONE)
                        .orElseThrow()
                        .headline())
                .isEqualTo("cart.orders 1.2.0 is now archived");
    }
}
