package io.meshwork.catalog.product;

import static io.meshwork.catalog.product.Contracts.contract;
import static io.meshwork.catalog.product.Fixtures.NOW;
import static io.meshwork.catalog.product.Fixtures.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.Outcome.Rejected;
import io.meshwork.catalog.product.Outcome.Unchanged;
import io.meshwork.contract.change.Impact;
import io.meshwork.contract.read.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The decision on a valid submission. */
class ProductStateTest {

    private static final ProductState NEW = ProductState.unknown("shop.orders");

    @Test
    void publishesTheFirstVersionOfAProduct() {
        Outcome outcome = NEW.decide(submission(contract("orders", "1.0.0")), NOW);

        assertThat(outcome).asInstanceOf(type(Published.class)).satisfies(published -> {
            assertThat(published.previousVersion()).isNull();
            assertThat(published.revision()).isEqualTo(1);
            assertThat(published.publishedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void publishesAHigherVersionAfterTheHighest() {
        Outcome outcome = published("1.2.0").decide(submission(contract("orders", "1.10.0")), NOW);

        assertThat(outcome).asInstanceOf(type(Published.class)).satisfies(published -> {
            assertThat(published.previousVersion()).isEqualTo("1.2.0");
            assertThat(published.revision()).isEqualTo(2);
        });
    }

    @Test
    void publishesAReleaseAfterItsPreRelease() {
        Outcome outcome = published("2.0.0-rc.1").decide(submission(contract("orders", "2.0.0")), NOW);

        assertThat(outcome).isInstanceOf(Published.class);
    }

    @Test
    void leavesTheSameContractUnchanged() {
        Outcome outcome = published("1.0.0").decide(submission(contract("orders", "1.0.0")), NOW);

        assertThat(outcome)
                .asInstanceOf(type(Unchanged.class))
                .extracting(Unchanged::revision)
                .isEqualTo(1L);
    }

    @Test
    void seesNoChangeInCommentsAndOrder() {
        String reordered = "# the same\n" + contract("orders", "1.0.0");

        assertThat(published("1.0.0").decide(submission(reordered), NOW)).isInstanceOf(Unchanged.class);
    }

    @Test
    void leavesTheSameContractUnchangedAlsoWhenAHigherVersionExists() {
        ProductState state = published("1.0.0");
        state = state.after((Published) state.decide(submission(contract("orders", "2.0.0")), NOW));

        assertThat(state.decide(submission(contract("orders", "1.0.0")), NOW)).isInstanceOf(Unchanged.class);
    }

    @Test
    void rejectsOtherContentUnderAPublishedVersion() {
        Outcome outcome = published("1.0.0").decide(submission(contract("orders", "1.0.0", "Something else")), NOW);

        assertThat(codes(outcome)).containsExactly("product.version.conflict");
    }

    @Test
    void rejectsAVersionBelowTheHighest() {
        Outcome outcome = published("2.0.0").decide(submission(contract("orders", "1.9.9")), NOW);

        assertThat(codes(outcome)).containsExactly("product.version.too-low");
        assertThat(((Rejected) outcome).problems().getFirst().advice()).contains("above 2.0.0");
    }

    @Test
    void publishesAtTheExpectedRevision() {
        Outcome outcome = published("1.0.0").decide(submission(contract("orders", "1.1.0"), 1L), NOW);

        assertThat(outcome).isInstanceOf(Published.class);
    }

    @Test
    void rejectsAnotherRevisionThanExpected() {
        Outcome outcome = published("1.0.0").decide(submission(contract("orders", "1.1.0"), 7L), NOW);

        assertThat(codes(outcome)).containsExactly("product.revision.mismatch");
    }

    @Test
    void namesEveryReason() {
        Outcome outcome = published("2.0.0").decide(submission(contract("orders", "1.0.0"), 7L), NOW);

        assertThat(codes(outcome)).containsExactly("product.revision.mismatch", "product.version.too-low");
    }

    @Test
    void leavesARepeatedRequestUnchangedAlthoughItsRevisionHasPassed() {
        Outcome outcome = published("1.0.0").decide(submission(contract("orders", "1.0.0"), 0L), NOW);

        assertThat(outcome).isInstanceOf(Unchanged.class);
    }

    @Test
    void publishesABreakingChangeAsANewMajorVersionAndTellsWhatChanged() {
        Outcome outcome = published("1.2.0").decide(submission(withIntegerId("2.0.0")), NOW);

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
        Outcome outcome = published("1.2.0").decide(submission(withIntegerId("1.3.0")), NOW);

        assertThat(((Rejected) outcome).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("product.change.breaking");
            assertThat(problem.pointer()).isEqualTo("/schema/0/fields/0/type");
            assertThat(problem.message()).contains("orders.id.type changed from string to integer");
            assertThat(problem.advice()).contains("Publish as 2.0.0");
        });
    }

    @Test
    void rejectsANewTagThatIsNoMinorVersion() {
        String tagged = contract("orders", "1.2.1").replace("[orders]", "[orders, gold]");

        Outcome outcome = published("1.2.0").decide(submission(tagged), NOW);

        assertThat(codes(outcome)).containsExactly("product.change.safe");
        assertThat(((Rejected) outcome).problems().getFirst().advice()).contains("Publish as 1.3.0");
    }

    @Test
    void publishesOtherWordsAsAPatch() {
        Outcome outcome = published("1.2.0").decide(submission(contract("orders", "1.2.1", "In other words")), NOW);

        assertThat(outcome).isInstanceOf(Published.class);
    }

    @Test
    void listsEveryBreakingChange() {
        String gone = withIntegerId("1.3.0").replace("files", "events");

        Outcome outcome = published("1.2.0").decide(submission(gone.replace("shop/orders.csv", "elsewhere.csv")), NOW);

        assertThat(codes(outcome)).containsExactly("product.change.breaking", "product.change.breaking");
    }

    private static String withIntegerId(String version) {
        return contract("orders", version).replace("name: id, type: string", "name: id, type: integer");
    }

    private static ProductState published(String version) {
        return NEW.after((Published) NEW.decide(submission(contract("orders", version)), NOW));
    }

    private static List<String> codes(Outcome outcome) {
        return ((Rejected) outcome).problems().stream().map(Problem::code).toList();
    }
}
