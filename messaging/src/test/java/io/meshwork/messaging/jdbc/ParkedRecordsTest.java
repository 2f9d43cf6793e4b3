package io.meshwork.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.MessagingTables;
import io.meshwork.messaging.jdbc.ParkedRecords.Lease;
import io.meshwork.messaging.jdbc.ParkedRecords.Waiting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParkedRecordsTest {

    private static final UUID ID = UUID.fromString("11111111-1111-5111-8111-111111111111");

    private static MessagingTables tables;
    private static ParkedRecords parked;

    @BeforeAll
    static void createTables() {
        tables = new MessagingTables();
        parked = new ParkedRecords(tables.jdbc);
    }

    @BeforeEach
    void empty() {
        tables.jdbc.sql("truncate parked_event").update();
    }

    @Test
    void givesBackARecordByteForByteWhenWhatItWaitsForIsReleased() {
        ConsumerRecord<byte[], byte[]> record = record("value");
        record.headers()
                .add("binary", new byte[] {-1, 0, 7})
                .add("twice", bytes("one"))
                .add("twice", bytes("two"))
                .add("empty", null);
        park(record);

        assertThat(leased()).isEmpty();
        assertThat(parked.release(Set.of("the product"))).isTrue();

        assertThat(leased()).singleElement().satisfies(waiting -> {
            assertThat(waiting.waitingFor()).isEqualTo("the product");
            assertThat(waiting.record().topic()).isEqualTo("orders");
            assertThat(waiting.record().partition()).isEqualTo(3);
            assertThat(waiting.record().offset()).isEqualTo(17);
            assertThat(waiting.record().key()).isEqualTo(record.key());
            assertThat(waiting.record().value()).isEqualTo(record.value());
            assertThat(waiting.record().headers()).isEqualTo(record.headers());
        });
    }

    @Test
    void keepsATombstone() {
        parked.park(
                "listener",
                List.of(new ParkedRecords.Request(ID, "x", new ConsumerRecord<>("t", 0, 0, bytes("k"), null))));
        parked.release(Set.of("x"));

        assertThat(leased())
                .singleElement()
                .satisfies(w -> assertThat(w.record().value()).isNull());
    }

    @Test
    void releasesOnlyWhatWaitsForIt() {
        park(record("value"));

        assertThat(parked.release(Set.of("another product"))).isFalse();
        assertThat(leased()).isEmpty();
    }

    @Test
    void leasesARecordToOneAtATime() {
        park(record("value"));
        parked.release(Set.of("the product"));

        assertThat(leased()).hasSize(1);
        assertThat(leased()).isEmpty();
    }

    @Test
    void removesWhatIsDoneWithAndKeepsWhatIsParkedAgain() {
        park(record("value"));
        parked.release(Set.of("the product"));
        Lease first = parked.lease("listener", 10);
        park(record("value"));
        parked.remove(first);
        assertThat(tables.count("parked_event")).isEqualTo(1);

        parked.release(Set.of("the product"));
        parked.remove(parked.lease("listener", 10));
        assertThat(tables.count("parked_event")).isZero();
    }

    @Test
    void aReleaseWhileTheRecordIsTriedIsNotLost() {
        park(record("value"));
        parked.release(Set.of("the product"));
        parked.lease("listener", 10);

        parked.release(Set.of("the product"));
        park(record("value"));

        assertThat(leased()).hasSize(1);
    }

    @Test
    void looksAgainAfterGrowingGapsOfFiveMinutesAtMost() {
        assertThat(secondsToRetryAfter(1)).isBetween(0.0, 5.0);
        assertThat(secondsToRetryAfter(3)).isBetween(9.0, 10.0);
        assertThat(secondsToRetryAfter(40)).isBetween(300.0, 320.0);
    }

    @Test
    void releasesWhatIsOverdue() {
        park(record("value"));
        parked.releaseOverdue();
        assertThat(leased()).isEmpty();

        tables.jdbc
                .sql("update parked_event set retry_at = now() - interval '1 second'")
                .update();
        parked.releaseOverdue();

        assertThat(leased()).hasSize(1);
    }

    @Test
    void bringsBackWhatSomebodyLeasedWhoDied() {
        park(record("value"));
        parked.release(Set.of("the product"));
        parked.lease("listener", 10);

        tables.jdbc
                .sql("update parked_event set retry_at = retry_at - interval '1 minute'")
                .update();
        parked.releaseOverdue();

        assertThat(leased()).hasSize(1);
    }

    @Test
    void saysWhichRecordsHaveTheIdentityOfAnotherOne() {
        assertThat(park(record("value"))).isEmpty();
        assertThat(park(record("value"))).isEmpty();
        assertThat(park(record("another value"))).containsExactly(ID);

        parked.release(Set.of("the product"));
        assertThat(leased())
                .singleElement()
                .satisfies(w -> assertThat(w.record().value()).isEqualTo(bytes("value")));
    }

    private static double secondsToRetryAfter(int times) {
        tables.jdbc.sql("truncate parked_event").update();
        for (int i = 0; i < times; i++) {
            park(record("value"));
        }
        return tables.jdbc
                .sql("select extract(epoch from retry_at - now()) from parked_event")
                .query(Double.class)
                .single();
    }

    private static Set<UUID> park(ConsumerRecord<byte[], byte[]> record) {
        return parked.park("listener", List.of(new ParkedRecords.Request(ID, "the product", record)));
    }

    private static List<Waiting> leased() {
        return parked.lease("listener", 10).waiting();
    }

    private static ConsumerRecord<byte[], byte[]> record(String value) {
        return new ConsumerRecord<>("orders", 3, 17, bytes("key"), bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
