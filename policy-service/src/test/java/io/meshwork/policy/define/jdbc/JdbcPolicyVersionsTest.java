package io.meshwork.policy.define.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.policy.define.Origin;
import io.meshwork.policy.define.PolicyVersion;
import io.meshwork.policy.document.Category;
import io.meshwork.policy.document.Enforcement;
import io.meshwork.policy.document.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcPolicyVersionsTest {

    private static PGSimpleDataSource database;
    private static JdbcClient jdbc;
    private static TransactionTemplate transaction;

    private final JdbcPolicyVersions versions = new JdbcPolicyVersions(jdbc);

    @BeforeAll
    static void migrate() {
        database = new PGSimpleDataSource();
        database.setUrl(TestPlatform.shared().jdbcUrl("versions"));
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/policy")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    @BeforeEach
    void clear() {
        jdbc.sql("truncate policy_version").update();
        jdbc.sql("update policy_set set revision = 0").update();
    }

    @Test
    void setStartsWithoutPolicies() {
        assertThat(versions.setRevision()).isZero();
        assertThat(versions.newest()).isEmpty();
    }

    @Test
    void newestRevisionOfEachPolicyCounts() {
        versions.add(1, List.of(version("a", 1, 1, false), version("b", 1, 1, false)));
        versions.add(2, List.of(version("a", 2, 2, false)));

        assertThat(versions.setRevision()).isEqualTo(2);
        assertThat(versions.newest()).containsExactly(version("a", 2, 2, false), version("b", 1, 1, false));
        assertThat(versions.find("a")).contains(version("a", 2, 2, false));
    }

    @Test
    void withdrawnPoliciesAreNotListed() {
        versions.add(1, List.of(version("a", 1, 1, false), version("b", 1, 1, false), version("c", 1, 1, false)));
        versions.add(2, List.of(version("b", 2, 2, true)));

        assertThat(versions.page(null, 10)).extracting(PolicyVersion::id).containsExactly("a", "c");
        assertThat(versions.page("a", 1)).extracting(PolicyVersion::id).containsExactly("c");
        assertThat(versions.newest()).extracting(PolicyVersion::withdrawn).containsExactly(false, true, false);
    }

    @Test
    void judgesShareTheSetAndKeepOutWhoChangesIt() throws Exception {
        CountDownLatch finish = new CountDownLatch(1);
        CountDownLatch judging = new CountDownLatch(2);
        List<CompletableFuture<Void>> judges = List.of(judge(judging, finish), judge(judging, finish));
        judging.await();

        CompletableFuture<Void> change = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(status -> {
                    versions.lockForChange();
                    versions.add(1, List.of(version("a", 1, 1, false)));
                }),
                Thread::startVirtualThread);
        await().until(() -> jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .query(Integer.class)
                        .single()
                == 1);

        assertThat(versions.setRevision()).isZero();
        finish.countDown();
        await().atMost(Duration.ofSeconds(30)).until(change::isDone);
        assertThat(versions.setRevision()).isEqualTo(1);
        assertThat(judges).allSatisfy(judge -> assertThat(judge).succeedsWithin(Duration.ofSeconds(30)));
    }

    private CompletableFuture<Void> judge(CountDownLatch judging, CountDownLatch finish) {
        return CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(status -> {
                    versions.lockForJudging();
                    judging.countDown();
                    try {
                        finish.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                Thread::startVirtualThread);
    }

    private static PolicyVersion version(String id, long revision, long setRevision, boolean withdrawn) {
        return new PolicyVersion(
                id,
                revision,
                setRevision,
                "A title",
                new Scope.Domain("sales"),
                Category.PRIVACY,
                Enforcement.ADVISORY,
                "it's: yaml",
                Origin.REQUEST,
                "git",
                withdrawn,
                "ada",
                Instant.parse("2026-01-01T12:00:00.123456Z"));
    }
}
