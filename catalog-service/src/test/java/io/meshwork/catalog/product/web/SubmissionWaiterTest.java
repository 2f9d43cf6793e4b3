package io.meshwork.catalog.product.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.catalog.product.DecidedSubmission;
import io.meshwork.catalog.product.DecidedSubmission.Status;
import io.meshwork.catalog.product.DecidedSubmissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** Many callers, one query. */
class SubmissionWaiterTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Table table = new Table();
    private final SubmissionWaiter waiter = new SubmissionWaiter(table);

    @Test
    void asksOnceForAllWhoWait() {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(1_000).toList();
        List<CompletableFuture<Optional<DecidedSubmission>>> waiting =
                ids.stream().map(this::waiting).toList();
        await().until(() -> waiter.waiting() == 1_000);

        table.decided.addAll(ids);
        waiter.tick();

        assertThat(table.queries).hasValue(1);
        assertThat(waiting).allSatisfy(one -> assertThat(one.join()).isPresent());
    }

    @Test
    void asksNothingWhenNobodyWaits() {
        IntStream.range(0, 100).forEach(i -> waiter.tick());

        assertThat(table.queries).hasValue(0);
    }

    @Test
    void answersEveryoneWhoWaitsForTheSameSubmission() {
        UUID id = UUID.randomUUID();
        var one = waiting(id);
        var other = waiting(id);
        await().until(() -> waiter.waiting() == 2);

        table.decided.add(id);
        waiter.tick();

        assertThat(one.join()).isPresent();
        assertThat(other.join()).isPresent();
    }

    @Test
    void givesUpInTimeAndIsForgotten() {
        assertThat(waiter.await(UUID.randomUUID(), Duration.ofMillis(20))).isEmpty();

        waiter.tick();

        assertThat(table.queries).hasValue(0);
    }

    @Test
    void leavesTheUndecidedWaiting() {
        UUID undecided = UUID.randomUUID();
        var one = waiting(undecided);
        await().until(() -> waiter.waiting() == 1);

        waiter.tick();
        assertThat(one).isNotDone();

        table.decided.add(undecided);
        waiter.tick();
        assertThat(one.join()).isPresent();
    }

    @Test
    void goesOnAfterTheDatabaseWasDown() {
        UUID id = UUID.randomUUID();
        var one = waiting(id);
        await().until(() -> waiter.waiting() == 1);
        table.decided.add(id);

        table.down = true;
        waiter.tick();
        assertThat(one).isNotDone();

        table.down = false;
        waiter.tick();
        assertThat(one.join()).isPresent();
    }

    private CompletableFuture<Optional<DecidedSubmission>> waiting(UUID id) {
        return CompletableFuture.supplyAsync(() -> waiter.await(id, LONG), Executors.newVirtualThreadPerTaskExecutor());
    }

    /** The submission table. */
    private static final class Table implements DecidedSubmissions {

        final AtomicInteger queries = new AtomicInteger();
        final Set<UUID> decided = ConcurrentHashMap.newKeySet();
        boolean down;

        @Override
        public List<DecidedSubmission> find(Collection<UUID> ids) {
            queries.incrementAndGet();
            if (down) {
                throw new DataAccessResourceFailureException("down");
            }
            return ids.stream()
                    .filter(decided::contains)
                    .map(id -> new DecidedSubmission(
                            id,
                            "shop.orders",
                            "1.0.0",
                            Status.PUBLISHED,
                            1L,
                            List.of(),
                            "local",
                            "hash",
                            Instant.EPOCH,
                            Instant.EPOCH))
                    .toList();
        }

        @Override
        public int trim(Duration age) {
            return 0;
        }
    }
}
