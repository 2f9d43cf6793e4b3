package io.meshwork.messaging;

import static io.meshwork.messaging.RunningSample.SOON;
import static io.meshwork.messaging.testkit.TestPlatform.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.messaging.testkit.TestPlatform;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What breaks while records are handled; afterwards each of them has exactly one outcome and was seen once. */
class FaultsTest {

    /** Shorter than the outage in these tests: a consumer that did not poll meanwhile would be thrown out of its group. */
    private static final String[] IMPATIENT = {
        "--spring.cloud.stream.kafka.binder.consumer-properties.max.poll.interval.ms=3000",
        "--mesh.outbox.age=1s",
        "--mesh.outbox.interval=200ms"
    };

    private static RunningSample sample;

    @BeforeAll
    static void startService() {
        sample = new RunningSample(IMPATIENT);
    }

    @AfterAll
    static void stopService() {
        sample.close();
    }

    @Test
    void aDatabaseConnectionKilledInTheMiddleOfABatchLosesAndDoublesNothing() {
        sample.faults().killConnection.set(true);

        IntStream.range(0, 50).forEach(i -> sample.publish("killed" + i));

        IntStream.range(0, 50).forEach(i -> sample.outcomesOf("sales.killed" + i, 1));
        assertThat(sample.faults().killConnection).isFalse();
        assertThat(sample.seenTwice()).isZero();
        assertThat(sample.outcomeIds().values())
                .allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(sample.letters()).isEmpty();
    }

    @Test
    void aBatchIsTriedUntilTheNeighbourIsBackAndTheConsumerKeepsItsPlace() {
        sample.publish("outage-before");
        sample.outcomesOf("sales.outage-before", 1);
        Set<String> members = members();
        sample.faults().neighbourDown.set(true);

        sample.publish("outage");
        await().atMost(SOON).until(() -> sample.faults().attemptsWhileDown.get() >= 5);
        sample.faults().neighbourDown.set(false);

        assertThat(sample.outcomesOf("sales.outage", 1)).hasSize(1);
        assertThat(members()).isEqualTo(members).hasSize(1);
        assertThat(sample.letters()).isEmpty();
        assertThat(sample.seen("sales.outage")).isEqualTo(1);
    }

    @Test
    void outcomesThatTheBrokerDidNotTakeAfterTheCommitAreSweptUpWithTheSameId() {
        sample.faults().publishingFails.set(true);
        sample.publish("unpublished");
        await().atMost(SOON).until(() -> sample.seen("sales.unpublished") == 1);
        String stored = sample.jdbc().sql("""
                        select ids[array_position(keys, 'sales.unpublished')] from outbox_batch
                         where 'sales.unpublished' = any(keys)
                        """).query(String.class).single();
        assertThat(sample.outcomeIds()).doesNotContainKey("sales.unpublished");

        sample.faults().publishingFails.set(false);

        var outcome = sample.outcomesOf("sales.unpublished", 1).getFirst();
        assertThat(header(outcome, "ce_id")).isEqualTo(stored);
        assertThat(sample.seen("sales.unpublished")).isEqualTo(1);
    }

    @Test
    void twoReplicasShareTheWorkAndAClosedOneLeavesNothingUndone() {
        TestPlatform platform = TestPlatform.fresh();
        try (RunningSample stays = new RunningSample(platform)) {
            RunningSample leaves = new RunningSample(platform);
            IntStream.range(0, 300).forEach(i -> stays.publish("early" + i));
            leaves.close();
            IntStream.range(0, 300).forEach(i -> stays.publish("late" + i));

            assertAllScoredOnce(stays, 600);
        }
    }

    @Test
    void aServiceClosedInTheMiddleOfAStreamGoesOnWhereItStopped() {
        TestPlatform platform = TestPlatform.fresh();
        try (RunningSample first = new RunningSample(platform)) {
            IntStream.range(0, 400).forEach(i -> first.publish("stream" + i));
            await().atMost(SOON).until(() -> !first.outcomes().isEmpty());
        }

        try (RunningSample second = new RunningSample(platform)) {
            IntStream.range(400, 500).forEach(i -> second.publish("stream" + i));

            assertAllScoredOnce(second, 500);
        }
    }

    private static void assertAllScoredOnce(RunningSample service, int products) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(service.outcomeIds()).hasSize(products));
        Map<String, Set<String>> ids = service.outcomeIds();
        assertThat(ids.values()).allSatisfy(id -> assertThat(id).hasSize(1));
        assertThat(service.seenTwice()).isZero();
        assertThat(service.letters()).isEmpty();
    }

    private static Set<String> members() {
        String group = sample.platform.mesh() + ".quality";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestPlatform.brokers()))) {
            return admin.describeConsumerGroups(Set.of(group)).all().get().get(group).members().stream()
                    .map(MemberDescription::consumerId)
                    .collect(Collectors.toSet());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
