package io.meshwork.catalog.product;

import static io.meshwork.catalog.product.Contracts.contract;
import static io.meshwork.catalog.product.Fixtures.NOW;
import static io.meshwork.catalog.product.Fixtures.cause;
import static io.meshwork.catalog.product.Fixtures.request;
import static io.meshwork.catalog.product.Fixtures.score;
import static io.meshwork.catalog.product.Fixtures.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.read.ContractReader;
import io.meshwork.messaging.security.Authorizer.Decision;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Judgements and versions, joined in whatever order they come. */
class ListingsTest {

    private static final VersionId FIRST = new VersionId("shop.orders", "1.0.0");
    private static final VersionId SECOND = new VersionId("shop.orders", "2.0.0");

    private final StoreInMemory store = new StoreInMemory();
    private final AnnouncementsHeard announcements = new AnnouncementsHeard();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Listings listings = new Listings(store, clock);

    @BeforeEach
    void publishFirst() {
        publish("1.0.0");
    }

    @Test
    void listsWhenTheSecondOfTwoJudgementsComes() {
        judge(byPolicies(FIRST, verdict("compliant")));
        judge(byData(FIRST, score("passed")));

        assertThat(announcements.heard).containsExactly("listed shop.orders@1.0.0 r2");
    }

    @Test
    void listsWhicheverComesFirst() {
        judge(byData(FIRST, score("passed")));
        judge(byPolicies(FIRST, verdict("violated", "no retention")));

        assertThat(announcements.heard).containsExactly("blocked shop.orders@1.0.0 r2");
    }

    @Test
    void announcesABatchOfJudgementsOnce() {
        judge(
                byPolicies(FIRST, verdict("compliant")),
                byData(FIRST, score("passed")),
                byPolicies(FIRST, verdict(2, "warnings", "no tags")));

        assertThat(announcements.heard).containsExactly("listed_with_warnings shop.orders@1.0.0 r2");
    }

    @Test
    void saysNothingWhenNothingChanges() {
        judge(byPolicies(FIRST, verdict("compliant")), byData(FIRST, score("passed")));
        announcements.heard.clear();

        judge(byPolicies(FIRST, verdict(2, "compliant")));

        assertThat(announcements.heard).isEmpty();
        assertThat(store.standings.get("shop.orders").revision()).isEqualTo(2);
    }

    @Test
    void keepsTheHigherVerdictWhenAnOlderOneComesLate() {
        judge(byPolicies(FIRST, verdict(2, "compliant")));
        judge(byData(FIRST, score("passed")));
        judge(byPolicies(FIRST, verdict(1, "violated", "no retention")));

        assertThat(announcements.heard.getLast()).isEqualTo("listed shop.orders@1.0.0 r2");
    }

    @Test
    void doesNotListANewVersionByTheVerdictOnAnOldOne() {
        publish("2.0.0");
        judge(byPolicies(FIRST, verdict("compliant")));
        judge(byData(FIRST, score("passed")));

        assertThat(announcements.heard).isEmpty();
    }

    @Test
    void judgesTheLatestVersionByItsOwnVerdicts() {
        judge(byPolicies(FIRST, verdict("compliant")));
        publish("2.0.0");
        judge(byData(SECOND, score("passed")));
        judge(byPolicies(SECOND, verdict("warnings", "no tags")));

        assertThat(announcements.heard.getLast()).isEqualTo("listed_with_warnings shop.orders@2.0.0 r3");
    }

    @Test
    void givesBackWhatIsSaidAboutUnknownVersions() {
        Set<VersionId> unknown = judge(byPolicies(SECOND, verdict("compliant")), byData(FIRST, score("passed")));

        assertThat(unknown).containsExactly(SECOND);
        judge(byPolicies(FIRST, verdict("compliant")));
        assertThat(announcements.heard).containsExactly("listed shop.orders@1.0.0 r2");
    }

    @Test
    void locksBeforeItLooksSoThatAPublicationCannotSlipBetween() {
        store.calls.clear();

        judge(byPolicies(new VersionId("shop.unknown", "1.0.0"), verdict("compliant")));

        assertThat(store.calls).containsExactly("lock [shop.unknown]");
    }

    private Set<VersionId> judge(Judgement... judgements) {
        return listings.judge(Arrays.asList(judgements), announcements);
    }

    private void publish(String version) {
        new Submissions(
                        new Intake(new ContractReader(), (caller, action, domain) -> new Decision.Allowed()),
                        store,
                        new Lifecycles(store, clock),
                        clock,
                        Duration.ofDays(90))
                .decide(List.of(request("shop.orders", contract("orders", version))), new AnnouncementsHeard());
    }

    private static Judgement byPolicies(VersionId version, Verdict verdict) {
        return new Judgement.ByPolicies(version, verdict, cause(UUID.randomUUID()));
    }

    private static Judgement byData(VersionId version, Score score) {
        return new Judgement.ByData(version, score, cause(UUID.randomUUID()));
    }
}
