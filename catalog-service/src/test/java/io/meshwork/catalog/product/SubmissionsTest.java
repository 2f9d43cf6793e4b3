package io.meshwork.catalog.product;

import static io.meshwork.catalog.product.Contracts.contract;
import static io.meshwork.catalog.product.Fixtures.DOMAINS;
import static io.meshwork.catalog.product.Fixtures.NOW;
import static io.meshwork.catalog.product.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.catalog.product.DecidedSubmission.Status;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.messaging.security.Authorizer.Decision;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Submissions of a batch, in order. */
class SubmissionsTest {

    private final StoreInMemory store = new StoreInMemory();
    private final AnnouncementsHeard announcements = new AnnouncementsHeard();
    private final Submissions submissions = new Submissions(
            new Intake(new ContractReader(), (caller, action, domain) -> new Decision.Allowed()),
            DOMAINS,
            store,
            new Lifecycles(store, Clock.fixed(NOW, ZoneOffset.UTC)),
            Clock.fixed(NOW, ZoneOffset.UTC),
            Duration.ofDays(90));

    @Test
    void publishesAndListsAsPending() {
        decide(request("shop.orders", contract("orders", "1.0.0")));

        assertThat(announcements.heard)
                .containsExactly(
                        "published shop.orders@1.0.0 r1", "known shop.orders@1.0.0", "pending shop.orders@1.0.0 r1");
        assertThat(store.submissions).extracting(DecidedSubmission::status).containsExactly(Status.PUBLISHED);
    }

    @Test
    void rejectsAProductWhoseDomainNobodyHasDescribed() {
        decide(request("shpo.orders", contract("orders", "1.0.0").replace("domain: shop", "domain: shpo")));

        assertThat(store.submissions).singleElement().satisfies(submission -> {
            assertThat(submission.status()).isEqualTo(Status.REJECTED);
            assertThat(submission.problems().getFirst().code()).isEqualTo("product.domain.unknown");
            assertThat(submission.problems().getFirst().advice()).contains("mesh domain define shpo");
            assertThat(submission.problems().getFirst().pointer()).isEqualTo("/metadata/domain");
            assertThat(submission.problems().getFirst().line()).isEqualTo(5);
        });
    }

    @Test
    void letsALaterSubmissionSeeAnEarlierOneOfTheSameBatch() {
        decide(
                request("shop.orders", contract("orders", "1.0.0")),
                request("shop.orders", contract("orders", "1.0.0")),
                request("shop.orders", contract("orders", "1.0.0", "Other")),
                request("shop.orders", contract("orders", "1.1.0"), 1L));

        assertThat(store.submissions)
                .extracting(DecidedSubmission::status)
                .containsExactly(Status.PUBLISHED, Status.UNCHANGED, Status.REJECTED, Status.PUBLISHED);
        assertThat(store.standings.get("shop.orders").revision()).isEqualTo(2);
    }

    @Test
    void announcesOnlyTheLastListingOfABatch() {
        decide(
                request("shop.orders", contract("orders", "1.0.0")),
                request("shop.orders", contract("orders", "2.0.0")));

        assertThat(announcements.heard)
                .filteredOn(word -> word.startsWith("pending"))
                .containsExactly("pending shop.orders@2.0.0 r2");
    }

    @Test
    void locksNothingForWhatCanNeverSucceed() {
        decide(request("shop.orders", "nonsense"));

        assertThat(store.calls).isEmpty();
        assertThat(announcements.heard).containsExactly("rejected shop.orders contract.not-a-mapping");
    }

    @Test
    void locksEveryProductOnce() {
        decide(
                request("shop.orders", contract("orders", "1.0.0")),
                request("shop.carts", contract("carts", "1.0.0")),
                request("shop.orders", contract("orders", "1.1.0")));

        assertThat(store.calls).containsExactly("lock [shop.orders, shop.carts]");
    }

    @Test
    void rejectsAContractThatDoesNotFitIntoARecord() {
        announcements.tooLarge = true;

        decide(request("shop.orders", contract("orders", "1.0.0")));

        assertThat(announcements.heard).containsExactly("rejected shop.orders product.contract.too-large");
        assertThat(store.versions).isEmpty();
        assertThat(store.standings).isEmpty();
    }

    @Test
    void keepsWarningsOfPublishedContracts() {
        Request request = request("shop.orders", contract("orders", "1.0.0"));

        decide(request);

        assertThat(store.submissions.getFirst().problems())
                .isEqualTo(Contracts.read(request.document()).warnings());
    }

    private void decide(Request... requests) {
        submissions.decide(List.of(requests), announcements);
    }
}
