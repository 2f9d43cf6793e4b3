package io.meshwork.quality.engine.kafka;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.atLeast;
import static io.meshwork.quality.Contracts.check;
import static io.meshwork.quality.Contracts.field;
import static io.meshwork.quality.Contracts.key;
import static io.meshwork.quality.Contracts.noRow;
import static io.meshwork.quality.Contracts.sql;
import static io.meshwork.quality.engine.kafka.RealTopics.bytes;
import static io.meshwork.quality.engine.kafka.RealTopics.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.quality.Contracts;
import io.meshwork.quality.engine.Engines;
import io.meshwork.quality.examination.Examination;
import io.meshwork.quality.examination.Examined;
import io.meshwork.quality.profile.FieldProfile;
import io.meshwork.quality.score.CheckScore;
import io.meshwork.quality.score.CheckStatus;
import io.meshwork.quality.score.Scorecard;
import io.meshwork.quality.score.Scorecard.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaEngineTest {

    @TempDir
    static Path folder;

    private static KafkaEngine engine;

    @BeforeAll
    static void open() {
        engine = RealTopics.engine(folder.resolve("windows"), WindowLimits.DEFAULT);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static WindowLimits limits(long records, Duration age) {
        return new WindowLimits(records, age, 8 << 20, Duration.ofSeconds(20));
    }

    private static Contracts on(String topic) {
        return aProduct().port("stream", PortKind.EVENT_STREAM, "kafka", topic);
    }

    private static Examined examine(KafkaEngine engine, Contracts contract) {
        return new Examination(new Engines(null, null, engine)).examine(contract.build(), List.of());
    }

    private static Scorecard score(Contracts contract) {
        return examine(engine, contract).scorecard();
    }

    private static Scorecard score(WindowLimits limits, Contracts contract) {
        try (KafkaEngine other = RealTopics.engine(folder.resolve("windows"), limits)) {
            return examine(other, contract).scorecard();
        }
    }

    private static Contracts counting(String topic) {
        return on(topic).with(check(Metric.ROW_COUNT, atLeast(0)));
    }

    private static String reason(Scorecard card) {
        assertThat(card.verdict()).as(card.toString()).isEqualTo(Verdict.NOT_CHECKED);
        return String.valueOf(card.reason());
    }

    private static byte[] row(int id) {
        return bytes("{\"id\":" + id + "}");
    }

    @Test
    void checksAndProfilesTheRecordsOfATopic() {
        String topic = RealTopics.ofJson(
                "{\"id\":1,\"mail\":\"a@example.org\"}", "{\"id\":1,\"mail\":\"b@example.org\"}", "{\"id\":2}");

        Examined examined = examine(
                engine,
                on(topic)
                        .schema(key("id"), field("mail", "string"))
                        .with(
                                check(Metric.NULL_VALUES, noRow(), "mail"),
                                sql("select count(*) from {object} where id = 1", noRow())));

        Scorecard card = examined.scorecard();
        assertThat(card.rows()).isEqualTo(3);
        assertThat(card.checks()).extracting(CheckScore::measured).containsExactly(1.0, 2.0, 0.0, 1.0);
        assertThat(card.windows())
                .singleElement()
                .asString()
                .startsWith("orders: all 3 records of " + topic + ", from ")
                .endsWith("; offsets of partition 0: 0–2");
        assertThat(card.checks().getFirst().sql()).contains("'" + topic + "'").doesNotContain(folder.toString());
        assertThat(examined.profiles().getFirst().fields())
                .filteredOn(profiled -> profiled.name().equals("mail"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.undeclared()).isNotNull());
        assertThat(examined.samples()).isNotEmpty();
    }

    @Test
    void readsTheNewestRecordsOfAllPartitions() {
        String topic = RealTopics.topic(2, Map.of());
        for (int i = 0; i < 90; i++) {
            send(topic, i < 80 ? 0 : 1, null, row(i));
        }
        RealTopics.flush();

        Scorecard card = score(limits(50, null), counting(topic).with(sql("select min(id) from {object}", noRow())));

        assertThat(card.rows()).isEqualTo(50);
        assertThat(card.windows().getFirst()).contains("the newest 50 records", "0: 40–79, 1: 0–9");
    }

    @Test
    void readsNoRecordsThatAreTooOld() {
        String topic = RealTopics.topic(1, Map.of());
        Instant now = Instant.now();
        RealTopics.sendAt(topic, now.minus(Duration.ofDays(2)).toEpochMilli(), row(1));
        RealTopics.sendAt(topic, now.minus(Duration.ofHours(1)).toEpochMilli(), row(2));
        RealTopics.flush();

        assertThat(score(limits(50, Duration.ofDays(1)), counting(topic)).rows())
                .isEqualTo(1);
        assertThat(score(counting(topic)).rows()).isEqualTo(2);
    }

    @Test
    void narrowsTheWindowWhereItsBytesAreTooMany() {
        String topic = RealTopics.topic(1, Map.of());
        String filling = "x".repeat(100_000);
        for (int i = 0; i < 40; i++) {
            send(topic, 0, null, bytes("{\"id\":" + i + ",\"filling\":\"" + filling + "\"}"));
        }
        RealTopics.flush();

        Scorecard card = score(
                new WindowLimits(1000, null, 1 << 20, Duration.ofSeconds(20)),
                on(topic).with(sql("select max(id) from {object}", atLeast(39))));

        assertThat(card.verdict()).as(card.toString()).isEqualTo(Verdict.PASSED);
        assertThat(card.rows()).isBetween(5L, 11L);
        assertThat(card.windows().getFirst()).contains("the newest").doesNotContain("left out");
    }

    @Test
    void countsWhatCannotBeReadAsACheckThatFailed() {
        String topic = RealTopics.ofJson("{\"id\":1}", "{\"id\":", "{\"id\":2}", "\u0000\u0000\u0000\u00ff\u00ff?");

        Scorecard card = score(counting(topic));

        assertThat(card.rows()).isEqualTo(2);
        assertThat(card.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(card.checks().getLast().name()).isEqualTo("readable:orders");
        assertThat(card.checks().getLast().score()).isEqualTo(0.5);
        assertThat(card.checks().getLast().message())
                .isEqualTo("2 of 4 records cannot be read; the first is offset 1 of partition 0: it is not valid JSON"
                        + " at byte 6");
    }

    @Test
    void failsATopicThatNobodyCanRead() {
        Scorecard card = score(on(RealTopics.ofJson("?")).with(check(Metric.NULL_VALUES, noRow(), "id")));

        assertThat(card.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(card.checks())
                .extracting(CheckScore::status)
                .containsExactly(CheckStatus.NOT_RUN, CheckStatus.FAILED);
    }

    @Test
    void takesWhateverNumberARecordHolds() {
        String topic = RealTopics.ofJson(
                "{\"id\":1e999}", "{\"id\":-1E-999999}", "{\"id\":" + "9".repeat(500) + "}", "{\"id\":\"a\\u0000b\"}");

        Scorecard card =
                score(on(topic).schema(field("id", "integer")).with(check(Metric.INVALID_VALUES, noRow(), "id")));

        assertThat(card.rows()).isEqualTo(4);
        assertThat(card.checks().getFirst().status()).as(card.toString()).isEqualTo(CheckStatus.FAILED);
    }

    @Test
    void hasNoRowsWhereThereAreNoRecords() {
        Scorecard card = score(on(RealTopics.topic(1, Map.of()))
                .with(check(Metric.ROW_COUNT, atLeast(1)), check(Metric.NULL_VALUES, noRow(), "id")));

        assertThat(card.checks())
                .extracting(CheckScore::status)
                .containsExactly(CheckStatus.FAILED, CheckStatus.NOT_RUN);
        assertThat(card.windows().getFirst()).startsWith("orders: all 0 records of ");
    }

    @Test
    void seesNoRecordsOfAbortedTransactions() {
        String topic = RealTopics.topic(1, Map.of());
        try (KafkaProducer<byte[], byte[]> producer = RealTopics.producer(Map.of("transactional.id", topic))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, row(1)));
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, row(2)));
            producer.commitTransaction();
        }

        // The marker of the commit is written behind the producer's back.
        await().untilAsserted(() -> assertThat(score(counting(topic)).rows()).isEqualTo(1));
    }

    @Test
    void countsTheLastRecordOfEachKeyWhereTheTopicIsCompacted() {
        String topic = RealTopics.topic(1, Map.of("cleanup.policy", "compact"));
        send(topic, 0, "a", row(1));
        send(topic, 0, "b", row(2));
        send(topic, 0, "a", row(3));
        send(topic, 0, "b", null);
        send(topic, 0, "c", row(4));
        RealTopics.flush();

        Scorecard card = score(on(topic).with(sql("select sum(id) from {object}", noRow())));

        assertThat(card.rows()).isEqualTo(2);
        assertThat(card.checks().getFirst().measured()).isEqualTo(7);
        assertThat(card.windows().getFirst())
                .contains("1 tombstones are no rows", "2 records that later ones of their key replace are no rows");
    }

    @Test
    void countsAllRecordsOfOtherTopicsButTombstones() {
        String topic = RealTopics.topic(1, Map.of());
        send(topic, 0, "a", row(1));
        send(topic, 0, "a", row(2));
        send(topic, 0, "a", null);
        RealTopics.flush();

        assertThat(score(counting(topic)).rows()).isEqualTo(2);
    }

    @Test
    void disturbsNoConsumer() throws Exception {
        String topic = RealTopics.ofJson("{\"id\":1}", "{\"id\":2}");
        TopicPartition partition = new TopicPartition(topic, 0);
        RealTopics.admin()
                .alterConsumerGroupOffsets("shop", Map.of(partition, new OffsetAndMetadata(1)))
                .all()
                .get();

        score(counting(topic));

        assertThat(RealTopics.admin().listGroups().all().get())
                .extracting(group -> group.groupId())
                .containsExactly("shop");
        assertThat(RealTopics.admin()
                        .listConsumerGroupOffsets("shop")
                        .partitionsToOffsetAndMetadata()
                        .get())
                .containsExactly(Map.entry(partition, new OffsetAndMetadata(1)));
    }

    @Test
    void saysThatThereIsNoSuchTopicAndMakesNone() throws Exception {
        assertThat(reason(score(counting("shop.nothing"))))
                .contains("the topic shop.nothing", "there is none by that name");
        assertThat(RealTopics.admin().listTopics().names().get()).doesNotContain("shop.nothing");
    }

    @Test
    void connectsNowhereThatTheOperatorHasNotSetUp() {
        assertThat(reason(score(counting("kafka://169.254.169.254:80/shop.orders"))))
                .contains("mesh.quality.kafka.brokers.<name>", "serves: 169.254.169.254:80");
        assertThat(reason(score(counting("mesh.access.decided.v1")))).contains("not of a product");
        assertThat(reason(score(counting("__consumer_offsets")))).contains("not of a product");
    }

    @Test
    void saysThatBrokersOrRegistryAreAway() {
        NamedCluster gone = new NamedCluster(
                "mesh.quality.kafka.brokers.gone",
                true,
                List.of("gone"),
                Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 500, "request.timeout.ms", 400),
                null,
                List.of());
        NamedCluster withoutRegistry = new NamedCluster(
                "mesh.quality.kafka",
                true,
                List.of("here"),
                Map.of("bootstrap.servers", RealTopics.brokers()),
                NamedCluster.registry("http://127.0.0.1:1", Map.of("max.retries", 0)),
                List.of());
        String topic = RealTopics.of(List.of(new byte[] {0, 0, 0, 0, 1, 1}));

        try (KafkaEngine other = RealTopics.engine(folder.resolve("gone"), WindowLimits.DEFAULT, gone)) {
            assertThat(reason(examine(other, counting(topic)).scorecard()))
                    .contains("the brokers of mesh.quality.kafka.brokers.gone do not answer");
        }
        try (KafkaEngine other = RealTopics.engine(folder.resolve("gone"), WindowLimits.DEFAULT, withoutRegistry)) {
            assertThat(reason(examine(other, counting(topic)).scorecard()))
                    .contains("the schema registry does not answer");
        }
    }

    @Test
    void typesOfAvroSurvive() {
        Schema schema = RealTopics.schema("""
                {"type": "record", "name": "Order", "fields": [
                  {"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}},
                  {"name": "placed", "type": {"type": "long", "logicalType": "timestamp-millis"}},
                  {"name": "due", "type": {"type": "int", "logicalType": "date"}},
                  {"name": "customer", "type": {"type": "record", "name": "C", "fields": [
                    {"name": "id", "type": "long"}]}},
                  {"name": "lines", "type": {"type": "array", "items": "string"}}]}""");
        GenericData.Record order = new GenericData.Record(schema);
        order.put("price", ByteBuffer.wrap(new byte[] {1, 2}));
        order.put("placed", 1_706_781_600_123L);
        order.put("due", 19_754);
        GenericData.Record customer =
                new GenericData.Record(schema.getField("customer").schema());
        customer.put("id", 9_007_199_254_740_993L);
        order.put("customer", customer);
        order.put("lines", List.of("a", "b"));
        String topic = RealTopics.of(List.of(RealTopics.avro(order)));

        Examined examined = examine(
                engine,
                on(topic)
                        .schema(
                                field("price", "number"),
                                field("placed", "timestamp"),
                                field("due", "date"),
                                Contracts.nested("customer", "object", field("id", "integer")),
                                field("lines", "array"))
                        .with(
                                check(Metric.VALIDITY, atLeast(1)),
                                check(
                                        Metric.INVALID_VALUES,
                                        Map.of("validValues", List.of("9007199254740993")),
                                        noRow(),
                                        "customer.id"),
                                sql(
                                        "select count(*) from {object} where price = 2.58 and due = date '2024-02-01'"
                                                + " and placed = timestamp '2024-02-01 10:00:00.123'"
                                                + " and len(lines) = 2 and customer.id = 9007199254740993",
                                        atLeast(1))));

        assertThat(examined.scorecard().verdict()).as(examined.toString()).isEqualTo(Verdict.PASSED);
        assertThat(examined.profiles().getFirst().fields())
                .extracting(FieldProfile::type)
                .containsExactly("number", "timestamp", "date", "number", "nested");
    }

    @Test
    void leavesNothingBehind() throws IOException {
        Path windows = folder.resolve("own");
        Path orphan = Files.createDirectories(windows.resolve("windows-1/2"));
        Files.writeString(orphan.resolve("rows"), "left by one that crashed");
        Files.writeString(windows.resolve("windows-1/.lock"), "");

        try (KafkaEngine other = RealTopics.engine(windows, WindowLimits.DEFAULT)) {
            assertThat(orphan).doesNotExist();
            examine(other, counting(RealTopics.ofJson("{\"id\":1}")));
            try (KafkaEngine another = RealTopics.engine(windows, WindowLimits.DEFAULT)) {
                assertThat(files(windows)).hasSize(2).allMatch(path -> path.endsWith(".lock"));
                examine(another, counting("shop.nothing"));
            }
            assertThat(files(windows)).hasSize(1);
        }
        assertThat(files(windows)).isEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
