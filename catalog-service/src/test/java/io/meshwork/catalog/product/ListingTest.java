package io.meshwork.catalog.product;

import static io.meshwork.catalog.product.Fixtures.check;
import static io.meshwork.catalog.product.Fixtures.score;
import static io.meshwork.catalog.product.Fixtures.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.catalog.product.Listing.State;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a product stands, from what is said about its latest version. */
class ListingTest {

    @Test
    void isPendingUntilAnyoneHasSpoken() {
        assertThat(Listing.of(null, null).state()).isEqualTo(State.PENDING);
    }

    @Test
    void isPendingUntilTheDataWasLookedAt() {
        assertThat(Listing.of(verdict("violated", "no retention"), null)).isEqualTo(Listing.of(null, null));
    }

    @Test
    void isPendingUntilThePoliciesHaveSpoken() {
        assertThat(Listing.of(null, score("passed")).state()).isEqualTo(State.PENDING);
    }

    @Test
    void isListedWhenPoliciesAndDataAreFine() {
        Listing listing = Listing.of(verdict("compliant"), score("passed"));

        assertThat(listing.state()).isEqualTo(State.LISTED);
        assertThat(listing.qualityScore()).isEqualTo(0.97);
        assertThat(listing.reasons()).isEmpty();
    }

    @Test
    void isListedWhenTheDataCouldNotBeChecked() {
        assertThat(Listing.of(verdict("compliant"), score("not_checked")).state())
                .isEqualTo(State.LISTED);
    }

    @Test
    void isBlockedByAMandatoryPolicyWhateverTheQuality() {
        Listing listing = Listing.of(verdict("violated", "no retention"), score("passed"));

        assertThat(listing.state()).isEqualTo(State.BLOCKED);
        assertThat(listing.reasons()).containsExactly(new Reason("retention/stated", "no retention", "State it."));
    }

    @Test
    void warnsOfAdvisoryPolicies() {
        assertThat(Listing.of(verdict("warnings", "no tags"), score("passed")).state())
                .isEqualTo(State.LISTED_WITH_WARNINGS);
    }

    @Test
    void warnsOfFailedQuality() {
        Listing listing =
                Listing.of(verdict("compliant"), score("failed", check("error", "failed", "3 orders without id")));

        assertThat(listing.state()).isEqualTo(State.LISTED_WITH_WARNINGS);
        assertThat(listing.reasons()).containsExactly(new Reason("quality/id-complete", "3 orders without id", null));
    }

    @Test
    void warnsOfFailedQualityAlsoWithoutChecks() {
        assertThat(Listing.of(verdict("compliant"), score("failed")).reasons())
                .extracting(Reason::code)
                .containsExactly("quality");
    }

    @Test
    void warnsOfFailedWarningChecksAndOfChecksThatCouldNotRun() {
        Listing listing = Listing.of(
                verdict("compliant"),
                score("passed", check("warning", "failed", null), check("warning", "error", "no such column")));

        assertThat(listing.state()).isEqualTo(State.LISTED_WITH_WARNINGS);
        assertThat(listing.reasons())
                .extracting(Reason::message)
                .containsExactly("measured 3.0, promised = 0", "no such column");
    }

    @Test
    void namesPoliciesBeforeData() {
        Listing listing = Listing.of(
                verdict("violated", "no retention"), score("failed", check("error", "failed", "3 orders without id")));

        assertThat(listing.reasons())
                .extracting(Reason::code)
                .containsExactly("retention/stated", "quality/id-complete");
    }

    @Test
    void staysPendingWhenSpokenToInUnknownWords() {
        assertThat(Listing.of(verdict("exempt"), score("passed")).state()).isEqualTo(State.PENDING);
        assertThat(Listing.of(verdict("compliant"), score("guessed")).state()).isEqualTo(State.PENDING);
    }

    @Test
    void keepsReasonsSmallEnoughForARecord() {
        String[] messages =
                IntStream.range(0, 5_000).mapToObj(i -> "m".repeat(5_000)).toArray(String[]::new);

        List<Reason> reasons =
                Listing.of(verdict("violated", messages), score("passed")).reasons();

        assertThat(reasons)
                .hasSize(50)
                .allSatisfy(reason -> assertThat(reason.message()).hasSize(500));
    }
}
