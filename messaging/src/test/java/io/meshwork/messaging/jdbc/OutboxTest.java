package io.meshwork.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.MessagingTables;
import io.meshwork.messaging.kafka.EncodedRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Duration AGE = Duration.ofSeconds(10);

    private static MessagingTables tables;
    private static Outbox outbox;
    private static HandledEvents handled;

    @BeforeAll
    static void createTables() {
        tables = new MessagingTables();
        outbox = new Outbox(tables.jdbc);
        handled = new HandledEvents(tables.jdbc);
    }

    @BeforeEach
    void empty() {
        tables.jdbc.sql("truncate outbox_batch, handled_event").update();
    }

    @Test
    void keepsRecordsAsTheyAreInTheirOrder() {
        EncodedRecord first = record("a", new byte[] {1, 2});
        EncodedRecord tombstone = record("b", null);

        long batch = outbox.store(List.of(first, tombstone));

        assertThat(outbox.records(batch)).usingRecursiveComparison().isEqualTo(List.of(first, tombstone));
    }

    @Test
    void findsOnlyWhatIsOldAndUnpublished() {
        long published = outbox.store(List.of(record("a", null)));
        outbox.published(published);
        long forgotten = outbox.store(List.of(record("b", null)));
        makeOld();
        outbox.store(List.of(record("c", null)));

        assertThat(outbox.oldestUnpublished(AGE, 0)).contains(forgotten);
        assertThat(outbox.oldestUnpublished(AGE, forgotten)).isEmpty();
    }

    @Test
    void locksABatchForOnePublisherAndNotAfterItsPublication() {
        long batch = outbox.store(List.of(record("a", null)));

        tables.transaction.executeWithoutResult(status -> {
            assertThat(outbox.lock(batch)).isTrue();
            assertThat(CompletableFuture.supplyAsync(() -> outbox.lock(batch), Thread::startVirtualThread)
                            .join())
                    .isFalse();
            outbox.published(batch);
        });

        assertThat(outbox.lock(batch)).isFalse();
    }

    @Test
    void countsItsAgeFromWhenItWasStoredNotFromTheBeginningOfTheTransaction() {
        boolean old = tables.transaction.execute(status -> {
            tables.jdbc.sql("select pg_sleep(0.3)").query().singleRow();
            outbox.store(List.of(record("a", null)));
            return tables.jdbc
                    .sql("select created_at <= now() from outbox_batch")
                    .query(Boolean.class)
                    .single();
        });

        assertThat(old).isFalse();
    }

    @Test
    void forgetsWhatWasPublishedLongAgoAndKeepsWhatWasNot() {
        outbox.published(outbox.store(List.of(record("a", null))));
        outbox.store(List.of(record("never published", null)));
        makeOld();
        outbox.published(outbox.store(List.of(record("new", null))));

        assertThat(outbox.trim(AGE)).isFalse();

        assertThat(tables.jdbc
                        .sql("select unnest(keys) from outbox_batch")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("never published", "new");
    }

    @Test
    void trimsABoundedNumberAtATime() {
        tables.jdbc.sql("""
                insert into outbox_batch (created_at, published_at, ids, topics, keys, payloads, headers)
                select now() - interval '1 day', now(), '{}', '{}', '{}', '{}', '{}' from generate_series(1, 1500)
                """).update();

        assertThat(outbox.trim(AGE)).isTrue();
        assertThat(outbox.trim(AGE)).isFalse();
        assertThat(tables.count("outbox_batch")).isZero();
    }

    @Test
    void remembersAnIdentityUntilItIsOldEnough() {
        UUID id = UUID.randomUUID();
        assertThat(claim(Map.of(id, 7L))).isEmpty();
        assertThat(claim(Map.of(id, 8L, UUID.randomUUID(), 9L))).isEqualTo(Map.of(id, 7L));

        tables.jdbc
                .sql("update handled_event set handled_at = now() - interval '1 minute'")
                .update();
        assertThat(handled.trim(AGE)).isFalse();

        assertThat(tables.count("handled_event")).isZero();
    }

    @Test
    void aClaimWaitsForTheTransactionThatHasTheSameIdentity() throws Exception {
        UUID id = UUID.randomUUID();
        CompletableFuture<Map<UUID, Long>> second = new CompletableFuture<>();

        tables.transaction.executeWithoutResult(status -> {
            assertThat(handled.claim(Map.of(id, 7L))).isEmpty();
            Thread.startVirtualThread(() -> second.complete(claim(Map.of(id, 7L))));
            assertThat(second).isNotDone();
        });

        assertThat(second.get()).isEqualTo(Map.of(id, 7L));
    }

    private static Map<UUID, Long> claim(Map<UUID, Long> hashes) {
        return tables.transaction.execute(status -> handled.claim(hashes));
    }

    private static void makeOld() {
        tables.jdbc
                .sql("update outbox_batch set created_at = now() - interval '1 minute'")
                .update();
    }

    private static EncodedRecord record(String key, byte[] value) {
        return new EncodedRecord(UUID.randomUUID(), "t", key, value, Map.of("ce_id", "ü\u0000"));
    }
}
