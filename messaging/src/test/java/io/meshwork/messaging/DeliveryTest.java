package io.meshwork.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.messaging.jdbc.CurrentStates;
import io.meshwork.messaging.jdbc.Jobs;
import io.meshwork.messaging.jdbc.Outbox;
import io.meshwork.messaging.kafka.EncodedRecord;
import io.meshwork.messaging.kafka.Publisher;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.SendResult;
import org.springframework.transaction.TransactionTimedOutException;

class DeliveryTest {

    private static MessagingTables tables;

    private final List<String> topic = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final Delivery delivery = new Delivery(
            tables.transaction,
            Duration.ofMillis(300),
            new Outbox(tables.jdbc),
            new CurrentStates(tables.jdbc),
            new Jobs(tables.jdbc, InstantSource.system()),
            new Publisher(new Topic()),
            name -> name.equals("compacted"),
            new WakeUp());

    @BeforeAll
    static void createTables() {
        tables = new MessagingTables();
    }

    @BeforeEach
    void empty() {
        tables.jdbc.sql("truncate outbox_batch, current_state").update();
    }

    @Test
    void publishesFactsAndTheNewestStatesAfterTheCommit() {
        decide(record("facts", "a", "1"), record("compacted", "s", "old"), record("compacted", "s", "new"));

        assertThat(topic).containsExactly("facts:a=1", "compacted:s=new");
        assertThat(delivery.publishLeftBehind(Duration.ZERO)).isZero();
    }

    @Test
    void storesNothingAndPublishesNothingWhenTheWorkFails() {
        assertThatThrownBy(() -> delivery.commitAndPublish(() -> {
                    tables.jdbc
                            .sql(
                                    "insert into outbox_batch (ids, topics, keys, payloads, headers) values ('{}', '{}', '{}', '{}', '{}')")
                            .update();
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");

        assertThat(topic).isEmpty();
        assertThat(tables.count("outbox_batch")).isZero();
    }

    @Test
    void storesNothingWhenTheWorkTookLongerThanAnAttemptMay() {
        assertThatThrownBy(() -> delivery.commitAndPublish(() -> {
                    tables.jdbc
                            .sql(
                                    "insert into outbox_batch (ids, topics, keys, payloads, headers) values ('{}', '{}', '{}', '{}', '{}')")
                            .update();
                    tables.jdbc.sql("select pg_sleep(0.4)").query().singleRow();
                    return new Delivery.Decided(List.of(record("facts", "a", "1")), List.of());
                }))
                .isInstanceOf(TransactionTimedOutException.class)
                .satisfies(failure ->
                        assertThat(BrokenInfrastructure.isCauseOf(failure)).isFalse());

        assertThat(topic).isEmpty();
        assertThat(tables.count("outbox_batch")).isZero();
    }

    @Test
    void refusesADecisionInsideAnOpenTransaction() {
        assertThatThrownBy(() -> tables.transaction.executeWithoutResult(status -> decide(record("facts", "a", "1"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before that is committed");

        assertThat(topic).isEmpty();
    }

    @Test
    void turnsErrorsOfTheWorkIntoExceptionsAContainerSurvives() {
        assertThatThrownBy(() -> delivery.commitAndPublish(() -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(IllegalStateException.class)
                .matches(e -> !BrokenInfrastructure.isCauseOf(e), "is the record's fault");
        assertThatThrownBy(() -> delivery.commitAndPublish(() -> {
                    throw new OutOfMemoryError();
                }))
                .isInstanceOf(BrokenInfrastructure.class);
    }

    @Test
    void publishesLaterWhatTheBrokerDidNotTake() {
        refused.addAll(Set.of("facts", "compacted"));
        assertThatThrownBy(() -> decide(record("facts", "a", "1"), record("compacted", "s", "1")))
                .isInstanceOf(BrokenInfrastructure.class);
        refused.clear();

        assertThat(delivery.publishLeftBehind(Duration.ZERO)).isEqualTo(2);
        assertThat(topic).containsExactlyInAnyOrder("facts:a=1", "compacted:s=1");
        assertThat(delivery.publishLeftBehind(Duration.ZERO)).isZero();
    }

    @Test
    void aTopicThatTakesNothingDoesNotHoldBackTheOthers() {
        refused.addAll(Set.of("forbidden", "facts"));
        assertThatThrownBy(() -> decide(record("forbidden", "a", "1"))).isInstanceOf(BrokenInfrastructure.class);
        assertThatThrownBy(() -> decide(record("facts", "b", "1"))).isInstanceOf(BrokenInfrastructure.class);
        refused.remove("facts");

        assertThatThrownBy(() -> delivery.publishLeftBehind(Duration.ZERO)).isInstanceOf(BrokenInfrastructure.class);

        assertThat(topic).containsExactly("facts:b=1");
    }

    private void decide(EncodedRecord... records) {
        delivery.commitAndPublish(() -> new Delivery.Decided(List.of(records), List.of()));
    }

    private static EncodedRecord record(String topic, String key, String value) {
        return new EncodedRecord(UUID.randomUUID(), topic, key, value.getBytes(), Map.of());
    }

    /** Writes to the list, or refuses. */
    private final class Topic extends KafkaTemplate<byte[], byte[]> {
        Topic() {
            super((ProducerFactory<byte[], byte[]>) () -> {
                throw new IllegalStateException("nothing is sent for real");
            });
        }

        @Override
        public CompletableFuture<SendResult<byte[], byte[]>> send(ProducerRecord<byte[], byte[]> record) {
            if (refused.contains(record.topic())) {
                return CompletableFuture.failedFuture(new TopicAuthorizationException(record.topic()));
            }
            topic.add(record.topic() + ":" + new String(record.key()) + "=" + new String(record.value()));
            return CompletableFuture.completedFuture(new SendResult<>(record, null));
        }
    }
}
