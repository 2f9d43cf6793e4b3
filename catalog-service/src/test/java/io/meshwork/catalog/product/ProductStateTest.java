package io.meshwork.catalog.product;

import static io.meshwork.catalog.product.Contracts.contract;
import static io.meshwork.catalog.product.Fixtures.NOW;
import static io.meshwork.catalog.product.Fixtures.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.Outcome.Rejected;
import io.meshwork.catalog.product.Outcome.Unchanged;
import io.meshwork.contract.change.Impact;
import io.meshwork.contract.read.Problem;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The decision on a valid submission. */
class ProductStateTest {

    private static final Duration NOTICE = Duration.ofDays(90);
    private static final int LINE_OF_ID = 13;
    private static final ProductState NEW = ProductState.unknown("shop.orders");

    @Test
    void publishesTheFirstVersionOfAProduct() {
        Outcome outcome = NEW.decide(submission(contract("orders", "1.0.0")), NOW, NOTICE);

        assertThat(outcome).asInstanceOf(type(Published.class)).satisfies(published -> {
            assertThat(published.previousVersion()).isNull();
            assertThat(published.revision()).isEqualTo(1);
            assertThat(published.publishedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void publishesAHigherVersionAfterTheHighest() {
        Outcome outcome = published("1.2.0").decide(submission(contract("orders", "1.10.0")), NOW, NOTICE);

        assertThat(outcome).asInstanceOf(type(Published.class)).satisfies(published -> {
            assertThat(published.previousVersion()).isEqualTo("1.2.0");
            assertThat(published.revision()).isEqualTo(2);
        });
    }

    @Test
    void publishesAReleaseAfterItsPreRelease() {
        Outcome outcome = published("2.0.0-rc.1").decide(submission(contract("orders", "2.0.0")), NOW, NOTICE);

        assertThat(outcome).isInstanceOf(Published.class);
    }

    @Test
    void leavesTheSameContractUnchanged() {
        Outcome outcome = published("1.0.0").decide(submission(contract("orders", "1.0.0")), NOW, NOTICE);

        assertThat(outcome)
                .asInstanceOf(type(Unchanged.class))
                .extracting(Unchanged::revision)
                .isEqualTo(1L);
    }

    @Test
    void seesNoChangeInCommentsAndOrder() {
        String reordered = "# the same\n" + contract("orders", "1.0.0");

        assertThat(published("1.0.0").decide(submission(reordered), NOW, NOTICE))
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void leavesTheSameContractUnchangedAlsoWhenAHigherVersionExists() {
        ProductState state = published("1.0.0");
        state = state.after((Published) state.decide(submission(contract("orders", "2.0.0")), NOW, NOTICE));

        assertThat(state.decide(submission(contract("orders", "1.0.0")), NOW, NOTICE))
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void rejectsOtherContentUnderAPublishedVersion() {
        Outcome outcome =
                published("1.0.0").decide(submission(contract("orders", "1.0.0", "Something else")), NOW, NOTICE);

        assertThat(codes(outcome)).containsExactly("product.version.conflict");
    }

    @Test
    void rejectsAVersionBelowTheHighest() {
        Outcome outcome = published("2.0.0").decide(submission(contract("orders", "1.9.9")), NOW, NOTICE);

        assertThat(codes(outcome)).containsExactly("product.version.too-low");
        assertThat(((Rejected) outcome).problems().getFirst().advice()).contains("above 2.0.0");
    }

    @Test
    void publishesAtTheExpectedRevision() {
        Outcome outcome = published("1.0.0").decide(submission(contract("orders", "1.1.0"), 1L), NOW, NOTICE);

        assertThat(outcome).isInstanceOf(Published.class);
    }

    @Test
    void rejectsAnotherRevisionThanExpected() {
        Outcome outcome = published("1.0.0").decide(submission(contract("orders", "1.1.0"), 7L), NOW, NOTICE);

        assertThat(codes(outcome)).containsExactly("product.revision.mismatch");
    }

    @Test
    void namesEveryReason() {
        Outcome outcome = published("2.0.0").decide(submission(contract("orders", "1.0.0"), 7L), NOW, NOTICE);

        assertThat(codes(outcome)).containsExactly("product.revision.mismatch", "product.version.too-low");
    }

    @Test
    void leavesARepeatedRequestUnchangedAlthoughItsRevisionHasPassed() {
        Outcome outcome = published("1.0.0").decide(submission(contract("orders", "1.0.0"), 0L), NOW, NOTICE);

        assertThat(outcome).isInstanceOf(Unchanged.class);
    }

    @Test
    void publishesABreakingChangeAsANewMajorVersionAndTellsWhatChanged() {
        Outcome outcome = published("1.2.0").decide(submission(withIntegerId("2.0.0")), NOW, NOTICE);

        assertThat(outcome)
                .asInstanceOf(type(Published.class))
                .satisfies(published -> assertThat(published.changes())
                        .singleElement()
                        .satisfies(change -> {
                            assertThat(change.path()).isEqualTo("orders.id.type");
                            assertThat(change.impact()).isEqualTo(Impact.BREAKING);
                        }));
    }

    @Test
    void rejectsABreakingChangeThatIsNoMajorVersion() {
        Outcome outcome = published("1.2.0").decide(submission(withIntegerId("1.3.0")), NOW, NOTICE);

        assertThat(((Rejected) outcome).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("product.change.breaking");
            assertThat(problem.pointer()).isEqualTo("/spec/schema/0/type");
            assertThat(problem.line()).isEqualTo(LINE_OF_ID);
            assertThat(problem.message()).contains("orders.id.type changed from string to integer");
            assertThat(problem.advice()).contains("Publish as 2.0.0");
        });
    }

    @Test
    void tellsWhatIsGoneWhereItWas() {
        Outcome outcome = published("1.2.0")
                .decide(
                        submission(contract("orders", "1.3.0")
                                .replace("name: files", "name: other")
                                .replace("shop/orders.csv", "elsewhere.csv")),
                        NOW,
                        NOTICE);

        assertThat(((Rejected) outcome).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("the port is gone");
            assertThat(problem.pointer()).isEqualTo("/spec/outputs");
            assertThat(problem.line()).isEqualTo(LINE_OF_ID + 1);
        });
    }

    @Test
    void leadsToTheVersionThatIsTakenOrTooLow() {
        Outcome taken = published("1.0.0").decide(submission(contract("orders", "1.0.0", "Other")), NOW, NOTICE);
        Outcome low = published("1.2.0").decide(submission(contract("orders", "1.1.0")), NOW, NOTICE);

        assertThat(List.of(taken, low))
                .allSatisfy(outcome -> assertThat(((Rejected) outcome).problems())
                        .extracting(Problem::line, Problem::column)
                        .containsExactly(tuple(7, 12)));
    }

    @Test
    void rejectsANewTagThatIsNoMinorVersion() {
        String tagged = contract("orders", "1.2.1").replace("[orders]", "[orders, gold]");

        Outcome outcome = published("1.2.0").decide(submission(tagged), NOW, NOTICE);

        assertThat(codes(outcome)).containsExactly("product.change.safe");
        assertThat(((Rejected) outcome).problems().getFirst().advice()).contains("Publish as 1.3.0");
    }

    @Test
    void publishesOtherWordsAsAPatch() {
        Outcome outcome =
                published("1.2.0").decide(submission(contract("orders", "1.2.1", "In other words")), NOW, NOTICE);

        assertThat(outcome).isInstanceOf(Published.class);
    }

    @Test
    void listsEveryBreakingChange() {
        String gone = withIntegerId("1.3.0").replace("files", "events");

        Outcome outcome =
                published("1.2.0").decide(submission(gone.replace("shop/orders.csv", "elsewhere.csv")), NOW, NOTICE);

        assertThat(codes(outcome)).containsExactly("product.change.breaking", "product.change.breaking");
    }

    @Test
    void givesConsumersTimeToMoveWhenAVersionBreaks() {
        Published next = (Published) used("1.2.0", "").decide(submission(withIntegerId("2.0.0")), NOW, NOTICE);

        assertThat(next.superseded()).satisfies(life -> {
            assertThat(life.version()).isEqualTo("1.2.0");
            assertThat(life.isDeprecated()).isTrue();
            assertThat(life.successor()).isEqualTo("2.0.0");
            assertThat(life.sunset()).isEqualTo(NOW.plus(NOTICE).truncatedTo(ChronoUnit.SECONDS));
            assertThat(life.waitingFor()).containsExactly("finance", "crm@example.com");
        });
    }

    @Test
    void givesProductsThatAreMadeFromItTimeToMoveToo() {
        ProductState state =
                used("1.2.0", "").withDependents(List.of(AffectedConsumer.product("crm.segments", "crm@example.com")));

        Published next = (Published) state.decide(submission(withIntegerId("2.0.0")), NOW, NOTICE);
        Rejected tooLow = (Rejected) state.decide(submission(withIntegerId("1.3.0")), NOW, NOTICE);

        assertThat(next.superseded().waitingFor()).containsExactly("finance", "crm@example.com", "crm.segments");
        assertThat(tooLow.problems().getFirst().advice()).contains("crm.segments (crm@example.com)");
    }

    @Test
    void givesThemTheTimeThatTheirContractPromises() {
        Published next = (Published)
                used("1.2.0", "notice_period: 30 days").decide(submission(withIntegerId("2.0.0")), NOW, NOTICE);

        assertThat(next.superseded().sunset())
                .isEqualTo(NOW.plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void keepsNoVersionForNobody() {
        Published unused = (Published) published("1.2.0").decide(submission(withIntegerId("2.0.0")), NOW, NOTICE);
        Published safe = (Published) used("1.2.0", "")
                .decide(submission(consumed(contract("orders", "1.3.0"), "")), NOW, NOTICE);

        assertThat(unused.superseded()).isNull();
        assertThat(safe.superseded()).isNull();
    }

    @Test
    void tellsWhoIsHitByAVersionThatIsTooLow() {
        Outcome outcome = used("1.2.0", "").decide(submission(withIntegerId("1.3.0")), NOW, NOTICE);

        assertThat(((Rejected) outcome).problems().getFirst().advice())
                .isEqualTo(
                        "Publish as 2.0.0, or take the change back. Version 1.2.0 is used by finance (fin@example.com),"
                                + " crm@example.com (crm@example.com).");
    }

    @Test
    void rejectsAContractThatHasEnded() {
        String ended = contract("orders", "1.0.0") + "  terms: {end_date: 2026-02-28}\n";

        assertThat(codes(NEW.decide(submission(ended), NOW, NOTICE))).containsExactly("product.contract.ended");
    }

    private static ProductState used(String version, String term) {
        String contract = consumed(contract("orders", version), term);
        return NEW.after((Published) NEW.decide(submission(contract), NOW, NOTICE));
    }

    private static String consumed(String contract, String term) {
        return contract + """
                consumers:
                  - {team: finance, contact: fin@example.com, purpose: reports}
                  - {contact: crm@example.com}
                terms: {%s}
                """.formatted(term).indent(2);
    }

    private static String withIntegerId(String version) {
        return contract("orders", version).replace("name: id, type: string", "name: id, type: integer");
    }

    private static ProductState published(String version) {
        return NEW.after((Published) NEW.decide(submission(contract("orders", version)), NOW, NOTICE));
    }

    private static List<String> codes(Outcome outcome) {
        return ((Rejected) outcome).problems().stream().map(Problem::code).toList();
    }
}
