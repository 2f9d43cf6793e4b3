package io.meshwork.policy.inforce.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.policy.PolicyTables;
import io.meshwork.policy.inforce.SetRevision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcSetRevisionsTest {

    private static JdbcClient jdbc;
    private static TransactionTemplate transaction;

    private final JdbcSetRevisions sets = new JdbcSetRevisions(jdbc);

    @BeforeAll
    static void migrate() {
        DataSource database = PolicyTables.in("sets");
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    @BeforeEach
    void clear() {
        jdbc.sql("delete from policy_set where revision > 0").update();
    }

    @Test
    void momentsOfSetsAreKept() {
        SetRevision first = sets.current().next(Instant.parse("2099-01-01T00:00:00Z"));
        sets.add(first);

        assertThat(sets.current()).isEqualTo(first);
        assertThat(sets.find(first.number())).contains(first);
        assertThat(sets.find(99)).isEmpty();
    }

    @Test
    void judgesShareTheSetAndKeepOutWhoChangesIt() throws Exception {
        CountDownLatch finish = new CountDownLatch(1);
        CountDownLatch judging = new CountDownLatch(2);
        List<CompletableFuture<Void>> judges = List.of(judge(judging, finish), judge(judging, finish));
        judging.await();

        CompletableFuture<Void> change = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(status -> {
                    SetRevision before = sets.lockForChange();
                    sets.add(before.next(Instant.now()));
                }),
                Thread::startVirtualThread);
        await().atMost(TestPlatform.PATIENCE)
                .until(() -> jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                .query(Integer.class)
                                .single()
                        == 1);

        assertThat(sets.current().number()).isZero();
        finish.countDown();
        await().atMost(TestPlatform.PATIENCE).until(change::isDone);
        assertThat(sets.current().number()).isEqualTo(1);
        assertThat(judges).allSatisfy(judge -> assertThat(judge).succeedsWithin(Duration.ofSeconds(30)));
    }

    private CompletableFuture<Void> judge(CountDownLatch judging, CountDownLatch finish) {
        return CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(status -> {
                    var unused = sets.lockForJudging();
                    judging.countDown();
                    try {
                        finish.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                Thread::startVirtualThread);
    }
}
