package io.meshwork.catalog.product;

import static io.meshwork.catalog.product.Contracts.contract;
import static io.meshwork.catalog.product.Fixtures.NOW;
import static io.meshwork.catalog.product.Fixtures.cause;
import static io.meshwork.catalog.product.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.catalog.product.DecidedSubmission.Status;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.messaging.security.Authorizer.Decision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of versions that consumers use. */
class LifecyclesTest {

    private static final Duration NOTICE = Duration.ofDays(90);
    private static final Instant SUNSET = NOW.plus(NOTICE).truncatedTo(ChronoUnit.SECONDS);
    private static final VersionId FIRST = new VersionId("shop.orders", "1.0.0");
    private static final VersionId SECOND = new VersionId("shop.orders", "2.0.0");

    private final StoreInMemory store = new StoreInMemory();
    private final AnnouncementsHeard announcements = new AnnouncementsHeard();
    private final MovableClock clock = new MovableClock();
    private final Lifecycles lifecycles = new Lifecycles(store, clock);
    private final Submissions submissions = new Submissions(
            new Intake(new ContractReader(), (caller, action, domain) -> new Decision.Allowed()),
            store,
            lifecycles,
            clock,
            NOTICE);

    @BeforeEach
    void publishWhatTwoTeamsUse() {
        decide(request("shop.orders", used("1.0.0")));
        announcements.heard.clear();
    }

    @Test
    void bothVersionsAreListedWhileConsumersMove() {
        publishBreaking();

        assertThat(announcements.heard)
                .containsExactly(
                        "published shop.orders@2.0.0 r2",
                        "known shop.orders@2.0.0",
                        "deprecated shop.orders@1.0.0 r2",
                        "due shop.orders@1.0.0 " + SUNSET,
                        "pending shop.orders@2.0.0 r2");
        assertThat(lives().deprecated()).extracting(VersionLife::version).containsExactly("1.0.0");
        assertThat(store.standings.get("shop.orders").lifecycle()).isEqualTo("production");
    }

    @Test
    void aVersionIsRetiredWhenTheLastOfItsConsumersHasAcknowledged() {
        publishBreaking();
        announcements.heard.clear();

        decide(acknowledgement("finance"));
        assertThat(lives().of("1.0.0").orElseThrow().waitingFor()).containsExactly("crm");
        decide(acknowledgement("crm"));

        assertThat(announcements.heard)
                .containsExactly(
                        "acknowledged shop.orders@1.0.0 r3",
                        "pending shop.orders@2.0.0 r3",
                        "acknowledged shop.orders@1.0.0 r4",
                        "retired shop.orders@1.0.0 r5",
                        "pending shop.orders@2.0.0 r5");
        assertThat(lives().all()).isEmpty();
    }

    @Test
    void aBatchMayBreakAndAcknowledge() {
        decide(request("shop.orders", breaking("2.0.0")), acknowledgement("finance"), acknowledgement("crm"));

        assertThat(outcomes()).containsExactly(Status.PUBLISHED, Status.PUBLISHED, Status.CHANGED, Status.CHANGED);
        assertThat(lives().all()).isEmpty();
        assertThat(store.remembered)
                .extracting(standing -> standing.happened().word() + " r" + standing.revision())
                .containsExactly("published r1", "published r2", "acknowledged r3", "acknowledged r4", "retired r5");
    }

    @Test
    void anAcknowledgementIsTakenOnce() {
        publishBreaking();

        decide(acknowledgement("finance"), acknowledgement("finance"));

        assertThat(outcomes()).endsWith(Status.CHANGED, Status.UNCHANGED);
    }

    @Test
    void onlyKnownConsumersAcknowledge() {
        publishBreaking();

        decide(acknowledgement("somebody"));

        assertThat(lastProblem()).startsWith("product.consumer.unknown").contains("finance (fin@example.com), crm");
    }

    @Test
    void onlyDeprecatedVersionsAreAcknowledged() {
        decide(acknowledgement("finance"));

        assertThat(lastProblem()).startsWith("product.version.not-deprecated");
    }

    @Test
    void aVersionIsRetiredAtItsSunsetWhoeverStillUsesIt() {
        publishBreaking();
        announcements.heard.clear();

        clock.now = SUNSET;
        lifecycles.sunset(FIRST, cause(UUID.randomUUID()), announcements);

        assertThat(announcements.heard).containsExactly("retired shop.orders@1.0.0 r3", "pending shop.orders@2.0.0 r3");
    }

    @Test
    void aSunsetThatWasPutOffDoesNotRetire() {
        publishBreaking();
        decide(deprecation("1.0.0", SUNSET.plus(NOTICE)));

        clock.now = SUNSET;
        lifecycles.sunset(FIRST, cause(UUID.randomUUID()), announcements);

        assertThat(lives().of("1.0.0").orElseThrow().isDeprecated()).isTrue();
    }

    @Test
    void theLatestVersionCanBeDeprecatedAndItsLifeCycleSaysSo() {
        decide(deprecation(null, SUNSET));

        assertThat(store.standings.get("shop.orders").lifecycle()).isEqualTo("deprecated");
        clock.now = SUNSET;
        lifecycles.sunset(FIRST, cause(UUID.randomUUID()), announcements);
        assertThat(store.standings.get("shop.orders").lifecycle()).isEqualTo("retired");
    }

    @Test
    void deprecatingTwiceTheSameChangesNothing() {
        decide(deprecation("1.0.0", SUNSET), deprecation("1.0.0", SUNSET));

        assertThat(outcomes()).endsWith(Status.CHANGED, Status.UNCHANGED);
    }

    @Test
    void aSunsetInThePastIsRefused() {
        decide(deprecation("1.0.0", NOW));

        assertThat(lastProblem()).startsWith("product.sunset.past");
    }

    @Test
    void aVersionThatIsNotListedCannotBeDeprecated() {
        decide(deprecation("0.9.0", SUNSET));

        assertThat(lastProblem())
                .startsWith("product.version.not-listed")
                .contains("Versions that can still be used: 1.0.0.");
    }

    @Test
    void anUnknownProductIsRefusedWithAdvice() {
        decide(request("shop.none", "deprecate", new VersionRequest(null, SUNSET, "Old", null, null)));

        assertThat(lastProblem()).startsWith("product.unknown");
    }

    @Test
    void aContractThatEndsRetiresItsVersion() {
        decide(request("shop.short", contract("short", "1.0.0") + "  terms: {end_date: 2026-06-30}\n"));
        assertThat(announcements.heard).contains("ends shop.short@1.0.0 2026-07-01T00:00:00Z");

        lifecycles.contractEnded(new VersionId("shop.short", "1.0.0"), cause(UUID.randomUUID()), announcements);

        assertThat(store.standings.get("shop.short").lifecycle()).isEqualTo("retired");
        assertThat(announcements.heard).contains("retired shop.short@1.0.0 r2");
    }

    @Test
    void theEndOfAContractThatWasReplacedChangesNothing() {
        publishBreaking();
        decide(acknowledgement("finance"), acknowledgement("crm"));
        announcements.heard.clear();

        lifecycles.contractEnded(FIRST, cause(UUID.randomUUID()), announcements);

        assertThat(announcements.heard).isEmpty();
    }

    @Test
    void aNewVersionTakesTheProductBackIntoService() {
        decide(request("shop.orders", breaking("2.0.0")));
        lifecycles.contractEnded(SECOND, cause(UUID.randomUUID()), announcements);
        assertThat(store.standings.get("shop.orders").lifecycle()).isEqualTo("retired");

        decide(request("shop.orders", breaking("3.0.0").replace("integer", "date")));

        assertThat(store.standings.get("shop.orders").lifecycle()).isEqualTo("production");
    }

    private void publishBreaking() {
        decide(request("shop.orders", breaking("2.0.0")));
    }

    private void decide(Request... requests) {
        submissions.decide(List.of(requests), announcements);
    }

    private VersionLives lives() {
        return store.standings.get("shop.orders").lives();
    }

    private List<Status> outcomes() {
        return store.submissions.stream().map(DecidedSubmission::status).toList();
    }

    private String lastProblem() {
        var problem = store.submissions.getLast().problems().getFirst();
        return problem.code() + ": " + problem.message() + " " + problem.advice();
    }

    private static Request acknowledgement(String consumer) {
        return request("shop.orders", "acknowledge", new VersionRequest(null, null, null, null, consumer));
    }

    private static Request deprecation(String version, Instant sunset) {
        return request("shop.orders", "deprecate", new VersionRequest(version, sunset, "Old", null, null));
    }

    private static String used(String version) {
        return contract("orders", version) + """
                consumers: [{team: finance, contact: fin@example.com}, {team: crm}]
                """.indent(2);
    }

    private static String breaking(String version) {
        return used(version).replace("name: id, type: string", "name: id, type: integer");
    }

    /** The present, as far as a test is concerned. */
    private static final class MovableClock extends Clock {

        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
