package io.meshwork.catalog.product.jdbc;

import static io.meshwork.catalog.product.Contracts.contract;
import static io.meshwork.catalog.product.Fixtures.NOW;
import static io.meshwork.catalog.product.Fixtures.SUBMITTED;
import static io.meshwork.catalog.product.Fixtures.cause;
import static io.meshwork.catalog.product.Fixtures.check;
import static io.meshwork.catalog.product.Fixtures.score;
import static io.meshwork.catalog.product.Fixtures.submission;
import static io.meshwork.catalog.product.Fixtures.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.catalog.product.AffectedConsumer;
import io.meshwork.catalog.product.DecidedSubmission;
import io.meshwork.catalog.product.Judgement;
import io.meshwork.catalog.product.Listing;
import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.Outcome.Unchanged;
import io.meshwork.catalog.product.ProductHeader;
import io.meshwork.catalog.product.ProductState;
import io.meshwork.catalog.product.ProductStore.Judged;
import io.meshwork.catalog.product.Products.Query;
import io.meshwork.catalog.product.Score;
import io.meshwork.catalog.product.Standing;
import io.meshwork.catalog.product.Submission;
import io.meshwork.catalog.product.Verdict;
import io.meshwork.catalog.product.VersionId;
import io.meshwork.catalog.product.VersionLives;
import io.meshwork.messaging.testkit.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** State on a real PostgreSQL. */
class JdbcProductStoreTest {

    private static JdbcClient jdbc;
    private static TransactionTemplate transaction;

    private final JdbcProductStore store = new JdbcProductStore(jdbc);
    private final JdbcProducts products = new JdbcProducts(jdbc);
    private final JdbcDecidedSubmissions submissions = new JdbcDecidedSubmissions(jdbc);

    @BeforeAll
    static void migrate() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(TestPlatform.freshDatabase());
        database.setUser("postgres");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/messaging", "classpath:db/catalog")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    @Test
    void anUnknownProductHasNoVersion() {
        store.lock(List.of("shop.none"));

        assertThat(store.states(List.of(new VersionId("shop.none", "1.0.0"))))
                .containsExactly(Map.entry(
                        "shop.none", new ProductState("shop.none", 0, null, VersionLives.NONE, List.of(), Map.of())));
        assertThat(products.find("shop.none")).isEmpty();
    }

    @Test
    void aPublishedVersionIsKeptWhole() {
        Submission submission = submission(contract("whole", "1.2.0", "It's \"quoted\", \\ and {braced}, ü"));

        publish(submission, 1);

        VersionId id = new VersionId("shop.whole", "1.2.0");
        assertThat(products.find(id)).hasValueSatisfying(version -> {
            assertThat(version.header()).isEqualTo(ProductHeader.of(submission.product()));
            assertThat(version.contentHash()).isEqualTo(submission.contract().contentHash());
            assertThat(version.submittedAt()).isEqualTo(SUBMITTED);
            assertThat(version.publishedAt()).isEqualTo(NOW);
            assertThat(version.verdict()).isNull();
            assertThat(version.score()).isNull();
        });
        assertThat(products.contract(id).orElseThrow().text())
                .isEqualTo(submission.request().document());
    }

    @Test
    void aStateKnowsTheProductsThatAreMadeFromIt() {
        publish(submission(contract("source", "1.0.0").replace("shop/source.csv", "s3://lake/source")), 1);
        publish(submission(madeFrom("by-name", "shop.source")), 1);
        publish(submission(madeFrom("by-place", "'s3://lake/source'")), 1);
        publish(submission(madeFrom("of-another", "shop.other")), 1);
        publish(submission(madeFrom("retired", "shop.source")), 1);
        jdbc.sql("update product set lifecycle = 'retired' where id = 'shop.retired'")
                .update();

        ProductState state =
                store.states(List.of(new VersionId("shop.source", "1.0.0"))).get("shop.source");

        assertThat(state.dependents())
                .containsExactly(
                        AffectedConsumer.product("shop.by-name", "shop-team@example.com"),
                        AffectedConsumer.product("shop.by-place", "shop-team@example.com"));
    }

    private static String madeFrom(String name, String source) {
        return contract(name, "1.0.0") + "  inputs:\n    - {name: in, source: " + source + "}\n";
    }

    @Test
    void aStateKnowsTheHashesOfTheVersionsItIsAskedAbout() {
        publish(submission(contract("hashes", "1.0.0")), 1);
        Submission second = submission(contract("hashes", "2.0.0"));
        publish(second, 2);

        ProductState state = store.states(List.of(second.versionId(), new VersionId("shop.hashes", "3.0.0")))
                .get("shop.hashes");

        assertThat(state.revision()).isEqualTo(2);
        assertThat(state.latest())
                .isEqualTo(new ProductState.Latest(
                        second.version(), second.contract().canonicalJson()));
        assertThat(state.contentHashes())
                .containsExactly(Map.entry("2.0.0", second.contract().contentHash()));
    }

    @Test
    void aBatchIsWrittenAtOnce() {
        List<Published> batch = IntStream.range(0, 200)
                .mapToObj(i -> published(submission(contract("batch-%03d".formatted(i), "1.0.0")), 1))
                .toList();
        store.lock(batch.stream().map(one -> one.request().productId()).toList());
        store.addVersions(batch);
        store.updateListings(batch.stream().map(JdbcProductStoreTest::pending).toList());

        assertThat(products.list(new Query("shop", Listing.State.PENDING, "shop.batch-149", 100)))
                .filteredOn(product -> product.header().id().startsWith("shop.batch-"))
                .hasSize(50);
    }

    @Test
    void theHigherVerdictAndTheHigherRunCount() {
        VersionId id = publish(submission(contract("higher", "1.0.0")), 1);

        store.judge(List.of(
                byPolicies(id, verdict(2, "compliant")),
                byPolicies(id, verdict(1, "violated", "late")),
                byData(id, score(5, "passed")),
                byData(id, score(4, "failed"))));
        store.judge(List.of(byPolicies(id, verdict(1, "violated", "later still")), byData(id, score(3, "failed"))));

        Judged judged = store.judged(List.of("shop.higher")).getFirst();
        assertThat(judged.verdict()).isEqualTo(verdict(2, "compliant"));
        assertThat(judged.score()).isEqualTo(score(5, "passed"));
    }

    @Test
    void ofTwoVerdictsOfOnePolicySetTheLaterCounts() {
        VersionId id = publish(submission(contract("later", "1.0.0")), 1);
        Verdict early = verdict(1, "violated", "early");
        Verdict late = new Verdict(1, "compliant", 3, List.of(), NOW.plusSeconds(1));

        store.judge(List.of(byPolicies(id, late)));
        store.judge(List.of(byPolicies(id, early)));

        assertThat(store.judged(List.of("shop.later")).getFirst().verdict()).isEqualTo(late);
    }

    @Test
    void judgementsAreKeptWhole() {
        VersionId id = publish(submission(contract("judged", "1.0.0")), 1);
        Verdict verdict = verdict("violated", "no \"retention\"");
        Score score = score("failed", check("error", "failed", "3 rows"));

        store.judge(List.of(byPolicies(id, verdict), byData(id, score)));

        assertThat(products.find(id)).hasValueSatisfying(version -> {
            assertThat(version.verdict()).isEqualTo(verdict);
            assertThat(version.score()).isEqualTo(score);
        });
    }

    @Test
    void verdictsOnOlderVersionsStayWithThem() {
        VersionId first = publish(submission(contract("older", "1.0.0")), 1);
        publish(submission(contract("older", "2.0.0")), 2);

        store.judge(List.of(byPolicies(first, verdict("compliant"))));

        assertThat(store.judged(List.of("shop.older")).getFirst().verdict()).isNull();
        assertThat(products.find(first).orElseThrow().verdict()).isEqualTo(verdict("compliant"));
    }

    @Test
    void knowsWhichVersionsExist() {
        VersionId known = publish(submission(contract("known", "1.0.0")), 1);

        assertThat(store.known(List.of(known, new VersionId("shop.known", "9.0.0"))))
                .isEqualTo(Set.of(known));
    }

    @Test
    void aListingKeepsWhenTheVersionWasFirstListed() {
        Standing pending = pending(published(submission(contract("listed", "1.0.0")), 1));
        store.lock(List.of("shop.listed"));
        store.addVersions(List.of(published(submission(contract("listed", "1.0.0")), 1)));
        store.updateListings(List.of(pending));
        Listing listed = Listing.of(verdict("compliant"), score("passed"));

        store.updateListings(List.of(changed(pending, listed, 2, NOW.plusMillis(50))));
        store.updateListings(
                List.of(changed(pending, Listing.of(verdict("warnings"), score("passed")), 3, NOW.plusSeconds(60))));

        assertThat(products.find("shop.listed")).hasValueSatisfying(product -> {
            assertThat(product.listing().state()).isEqualTo(Listing.State.LISTED_WITH_WARNINGS);
            assertThat(product.revision()).isEqualTo(3);
            assertThat(product.listedAt()).isEqualTo(NOW.plusMillis(50));
            assertThat(product.listedAfter()).isEqualTo(Duration.ofMillis(300));
        });
    }

    @Test
    void aListingComesBackAsItWasAnnounced() {
        VersionId id = publish(submission(contract("same", "1.0.0")), 1);
        Standing pending = pending(published(submission(contract("same", "1.0.0")), 1));
        Listing blocked =
                Listing.of(verdict("violated", "no retention"), score("failed", check("error", "failed", "3 rows")));

        store.updateListings(List.of(changed(pending, blocked, 2, NOW)));

        assertThat(store.judged(List.of(id.productId())).getFirst().listing()).isEqualTo(blocked);
    }

    @Test
    void theLatestRefreshCountsAlsoBeforeTheFirstVersion() {
        store.refreshed(Map.of("shop.fresh", NOW));
        store.refreshed(Map.of("shop.fresh", NOW.minusSeconds(60)));
        publish(submission(contract("fresh", "1.0.0")), 1);

        assertThat(products.find("shop.fresh").orElseThrow().refreshedAt()).isEqualTo(NOW);
    }

    @Test
    void outcomesOfSubmissionsAreKeptAndTrimmed() {
        Submission submission = submission(contract("outcome", "1.0.0"));
        DecidedSubmission recent = DecidedSubmission.of(unchanged(submission), Instant.now());
        DecidedSubmission old =
                DecidedSubmission.of(unchanged(submission(contract("outcome", "1.0.0"))), NOW.minusSeconds(1));

        store.decided(List.of(recent, old));
        assertThat(submissions.find(List.of(recent.id(), old.id(), UUID.randomUUID())))
                .extracting(DecidedSubmission::id)
                .containsExactlyInAnyOrder(recent.id(), old.id());
        submissions.trim(Duration.ofDays(30));

        assertThat(submissions.find(List.of(recent.id(), old.id())))
                .extracting(DecidedSubmission::id)
                .containsExactly(recent.id());
    }

    @Test
    void anotherTransactionWaitsForTheLock() {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(status -> {
                    store.lock(List.of("shop.b", "shop.a"));
                    locked.countDown();
                    join(release);
                }),
                Thread::startVirtualThread);
        join(locked);
        CompletableFuture<Void> second = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(status -> store.lock(List.of("shop.a", "shop.b"))),
                Thread::startVirtualThread);

        assertThat(second).isNotDone();
        release.countDown();

        first.join();
        second.join();
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private VersionId publish(Submission submission, long revision) {
        Published published = published(submission, revision);
        store.lock(List.of(submission.request().productId()));
        store.addVersions(List.of(published));
        store.updateListings(List.of(pending(published)));
        return submission.versionId();
    }

    private static Published published(Submission submission, long revision) {
        return new Published(submission, null, List.of(), null, revision, NOW);
    }

    private static Standing pending(Published published) {
        return new Standing(
                ProductHeader.of(published.submission().product()),
                published.submission().version().toString(),
                Listing.of(null, null),
                published.revision(),
                SUBMITTED,
                NOW,
                VersionLives.NONE,
                new Standing.Happened.VersionPublished(List.of()),
                published.request().cause());
    }

    private static Standing changed(Standing standing, Listing listing, long revision, Instant at) {
        return new Standing(
                standing.header(),
                standing.version(),
                listing,
                revision,
                standing.submittedAt(),
                at,
                standing.lives(),
                new Standing.Happened.Judged(),
                standing.cause());
    }

    private static Unchanged unchanged(Submission submission) {
        return new Unchanged(submission.request(), submission.version().toString(), List.of(), 4);
    }

    private static Judgement byPolicies(VersionId version, Verdict verdict) {
        return new Judgement.ByPolicies(version, verdict, cause(UUID.randomUUID()));
    }

    private static Judgement byData(VersionId version, Score score) {
        return new Judgement.ByData(version, score, cause(UUID.randomUUID()));
    }
}
