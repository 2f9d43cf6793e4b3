package io.meshwork.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.MessagingTables;
import io.meshwork.messaging.jdbc.CurrentStates.Locked;
import io.meshwork.messaging.kafka.EncodedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CurrentStatesTest {

    private static MessagingTables tables;
    private static CurrentStates states;

    @BeforeAll
    static void createTables() {
        tables = new MessagingTables();
        states = new CurrentStates(tables.jdbc);
    }

    @BeforeEach
    void empty() {
        tables.jdbc.sql("truncate current_state").update();
    }

    @Test
    void publishesTheNewestOfSeveralStatesOfOneTransaction() {
        states.store(List.of(state("a", "1"), state("b", "1"), state("a", "2")));

        assertThat(publish("a", "b")).containsExactly("a=2", "b=1");
        assertThat(publish("a", "b")).isEmpty();
    }

    @Test
    void whoeverPublishesLatePublishesTheNewestStateAndTheOtherNothing() {
        states.store(List.of(state("a", "old")));
        states.store(List.of(state("a", "new")));

        assertThat(publish("a")).containsExactly("a=new");
        assertThat(publish("a")).isEmpty();
    }

    @Test
    void aStateStoredDuringThePublicationOfAnOlderOneIsPublishedAfterIt() throws Exception {
        states.store(List.of(state("a", "old")));
        List<String> topic = new ArrayList<>();
        CompletableFuture<Void> newer = new CompletableFuture<>();

        tables.transaction.executeWithoutResult(status -> {
            List<Locked> locked = states.lockUnpublished(List.of(state("a", "")));
            Thread.startVirtualThread(() -> {
                tables.transaction.executeWithoutResult(other -> states.store(List.of(state("a", "new"))));
                newer.complete(null);
            });
            topic.addAll(texts(locked));
            assertThat(newer).isNotDone();
            states.published(locked);
        });
        newer.get();
        topic.addAll(publish("a"));

        assertThat(topic).containsExactly("a=old", "a=new");
    }

    @Test
    void sweepsUpWhatWaitsForLongAndNobodyIsPublishing() {
        states.store(List.of(state("a", "1"), state("b", "1"), state("c", "1")));
        tables.jdbc
                .sql("update current_state set unpublished_since = now() - interval '1 minute' where key <> 'c'")
                .update();

        tables.transaction.executeWithoutResult(status -> {
            assertThat(states.lockUnpublished(List.of(state("a", "")))).hasSize(1);
            assertThat(CompletableFuture.supplyAsync(
                                    () -> texts(states.lockUnpublished(Duration.ofSeconds(10))),
                                    Thread::startVirtualThread)
                            .join())
                    .containsExactly("b=1");
        });
    }

    @Test
    void keepsATombstoneAsAState() {
        states.store(List.of(new EncodedRecord(UUID.randomUUID(), "t", "a", null, Map.of("ce_id", "1"))));

        tables.transaction.executeWithoutResult(status -> assertThat(states.lockUnpublished(List.of(state("a", ""))))
                .singleElement()
                .satisfies(locked -> {
                    assertThat(locked.record().value()).isNull();
                    assertThat(locked.record().headers()).containsEntry("ce_id", "1");
                }));
    }

    private static List<String> publish(String... keys) {
        return tables.transaction.execute(status -> {
            List<Locked> locked = states.lockUnpublished(
                    List.of(keys).stream().map(key -> state(key, "")).toList());
            states.published(locked);
            return texts(locked);
        });
    }

    private static List<String> texts(List<Locked> locked) {
        return locked.stream()
                .map(l -> l.record().key() + "=" + new String(l.record().value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static EncodedRecord state(String key, String value) {
        return new EncodedRecord(UUID.randomUUID(), "t", key, value.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
