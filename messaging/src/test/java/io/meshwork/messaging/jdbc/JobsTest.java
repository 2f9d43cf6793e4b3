package io.meshwork.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.MessagingTables;
import io.meshwork.messaging.jdbc.Jobs.Completion;
import io.meshwork.messaging.jdbc.Jobs.Leased;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant PAST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FUTURE = Instant.parse("2220-01-01T00:00:00Z");

    private static MessagingTables tables;
    private static Jobs jobs;

    @BeforeAll
    static void createTables() {
        tables = new MessagingTables();
        jobs = new Jobs(tables.jdbc, InstantSource.system());
    }

    @BeforeEach
    void empty() {
        tables.jdbc.sql("truncate job").update();
    }

    @Test
    void leasesWhatIsDueAndNothingElse() {
        enqueue("now", "a", PAST);
        enqueue("later", "b", FUTURE);

        assertThat(lease()).extracting(Leased::job).extracting(Job::key).containsExactly("now");
        assertThat(lease()).isEmpty();
    }

    /** The dispatcher has no more places than it asks for. */
    @Test
    void leasesNoMoreThanAskedForHoweverTheDatabasePlansIt() {
        IntStream.range(0, 100).forEach(i -> enqueue("k" + i, "a", PAST));

        List<Leased> leased = tables.transaction.execute(status -> {
            for (String plan : List.of("hashjoin", "mergejoin", "hashagg", "sort", "material")) {
                tables.jdbc.sql("set local enable_" + plan + " = off").update();
            }
            return jobs.lease("scan", 3, MINUTE);
        });

        assertThat(leased).hasSize(3);
    }

    @Test
    void carriesTheCauseOfTheNewestRequest() {
        Cause cause = new Cause(UUID.randomUUID(), "chain", null);
        jobs.enqueue(List.of(new Jobs.Request("scan", "k", "payload", PAST, cause)));

        assertThat(lease().getFirst().job()).isEqualTo(new Job("scan", "k", "payload", 0, cause));
    }

    @Test
    void requestsThatWaitCollapseIntoOneWithTheNewestPayloadAtTheEarliestTime() {
        enqueue("k", "old", PAST);
        enqueue("k", "new", FUTURE);

        assertThat(lease())
                .singleElement()
                .satisfies(leased -> assertThat(leased.job().payload()).isEqualTo("new"));
    }

    @Test
    void requestsOfOneTransactionCollapseTheSameWay() {
        jobs.enqueue(List.of(request("k", "old", PAST), request("k", "new", FUTURE)));

        assertThat(lease())
                .singleElement()
                .satisfies(leased -> assertThat(leased.job().payload()).isEqualTo("new"));
    }

    @Test
    void aRequestWhileTheJobRunsRunsItOnceMore() {
        enqueue("k", "first", PAST);
        Leased first = lease().getFirst();
        enqueue("k", "second", PAST);

        assertThat(lease()).isEmpty();
        assertThat(jobs.complete(first)).isEqualTo(new Completion.Again(Duration.ZERO));

        Leased second = lease().getFirst();
        assertThat(second.job().payload()).isEqualTo("second");
        assertThat(second.revision()).isNotEqualTo(first.revision());
        assertThat(jobs.complete(second)).isEqualTo(new Completion.Gone());
        assertThat(tables.count("job")).isZero();
    }

    @Test
    void aRequestWhileTheJobRunsIsNotRunBeforeItsTime() {
        enqueue("k", "first", PAST);
        Leased first = lease().getFirst();
        enqueue("k", "second", FUTURE);

        assertThat(jobs.complete(first))
                .isInstanceOfSatisfying(
                        Completion.Again.class, again -> assertThat(again.in()).isGreaterThan(MINUTE));

        assertThat(lease()).isEmpty();
        assertThat(tables.count("job")).isEqualTo(1);
    }

    @Test
    void aJobThatFailedComesBackAfterItsDelay() {
        enqueue("k", "payload", PAST);
        assertThat(jobs.retry(lease().getFirst(), Duration.ofHours(1), "no luck"))
                .hasValueSatisfying(in -> assertThat(in).isBetween(Duration.ofMinutes(59), Duration.ofHours(1)));
        assertThat(lease()).isEmpty();

        tables.jdbc.sql("update job set due_at = now()").update();

        assertThat(lease())
                .singleElement()
                .satisfies(leased -> assertThat(leased.job().attempts()).isEqualTo(1));
    }

    @Test
    void aJobThatFailedComesBackAtOnceWhenItWasAskedForAgainMeanwhile() {
        enqueue("k", "first", PAST);
        Leased first = lease().getFirst();
        enqueue("k", "second", PAST);

        assertThat(jobs.retry(first, Duration.ofHours(1), "no luck")).hasValue(Duration.ZERO);

        assertThat(lease())
                .singleElement()
                .satisfies(leased -> assertThat(leased.job().payload()).isEqualTo("second"));
    }

    @Test
    void aLeaseThatRanOutIsTakenByTheNextAndTheFirstIsWorthNothing() {
        enqueue("k", "payload", PAST);
        Leased lost = jobs.lease("scan", 10, Duration.ZERO).getFirst();
        Leased taken = lease().getFirst();

        jobs.renew(lost, MINUTE);
        assertThat(jobs.retry(lost, Duration.ZERO, "too late")).isEmpty();
        assertThat(jobs.complete(lost)).isEqualTo(new Completion.Lost());

        assertThat(taken.job().attempts()).isEqualTo(1);
        assertThat(taken.revision()).isEqualTo(lost.revision());
        assertThat(jobs.complete(taken)).isEqualTo(new Completion.Gone());
    }

    @Test
    void aRenewedLeaseIsKept() {
        enqueue("k", "payload", PAST);
        Leased leased = jobs.lease("scan", 10, Duration.ZERO).getFirst();

        jobs.renew(leased, MINUTE);

        assertThat(lease()).isEmpty();
    }

    @Test
    void noTwoRequestsHaveTheSameRevisionEvenWhenTheJobWasDoneBetween() {
        enqueue("k", "first", PAST);
        Leased first = lease().getFirst();
        jobs.complete(first);
        enqueue("k", "second", PAST);

        assertThat(lease().getFirst().revision()).isNotEqualTo(first.revision());
    }

    private static List<Leased> lease() {
        return jobs.lease("scan", 10, MINUTE);
    }

    /** The clock follows the jump later than a lease is renewed, and until then has the time from before. */
    @Test
    void aJumpOfTheDatabasesClockEndsNoLeaseOfWhoLives() {
        enqueue("running", "a", PAST);
        lease();

        shiftLease("running", "-1 hour");
        assertThat(at(Duration.ofHours(-1)).lease("scan", 10, MINUTE)).isEmpty();

        shiftLease("running", "2 hours");
        assertThat(at(Duration.ofHours(1)).lease("scan", 10, MINUTE)).isEmpty();
    }

    @Test
    void aLeaseOfWhoWasKilledEndsThoughTheDatabasesClockWasPutBack() {
        enqueue("left", "a", PAST);
        lease();
        shiftLease("left", "1 hour");

        assertThat(lease()).hasSize(1);
    }

    @Test
    void whatWaitsForAMomentRunsWhenItIsToLookAgain() {
        enqueue("later", "a", FUTURE);

        jobs.lookAgain();

        assertThat(lease()).extracting(Leased::job).extracting(Job::key).containsExactly("later");
    }

    private static Jobs at(Duration offset) {
        return new Jobs(tables.jdbc, InstantSource.offset(InstantSource.system(), offset));
    }

    private static void shiftLease(String key, String by) {
        tables.jdbc
                .sql("update job set leased_until = leased_until + ?::interval where key = ?")
                .params(by, key)
                .update();
    }

    private static void enqueue(String key, String payload, Instant due) {
        jobs.enqueue(List.of(request(key, payload, due)));
    }

    private static Jobs.Request request(String key, String payload, Instant due) {
        return new Jobs.Request("scan", key, payload, due, new Cause(UUID.randomUUID(), "chain", null));
    }
}
