package io.meshwork.quality.engine.kafka;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.meshwork.quality.engine.duckdb.DuckDbEngines;
import io.meshwork.quality.engine.duckdb.DuckDbSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker with topics, started once for all tests, and the registry client's own in-memory registry. */
public final class RealTopics {

    private static final AtomicInteger TOPICS = new AtomicInteger();
    private static final EmbeddedKafkaKraftBroker BROKER = start();
    private static final Admin ADMIN = Admin.create(Map.of("bootstrap.servers", brokers()));
    private static final KafkaProducer<byte[], byte[]> PRODUCER = producer(Map.of());
    static final SchemaRegistryClient REGISTRY = NamedCluster.registry("mock://topics", Map.of());

    private static final DuckDbEngines FILES = files();

    private RealTopics() {}

    private static DuckDbEngines files() {
        Path temporary = DuckDbSettings.temporary();
        DuckDbEngines files =
                new DuckDbEngines(new DuckDbSettings(temporary, 256, 2, Duration.ofSeconds(20), temporary, 256));
        Runtime.getRuntime().addShutdownHook(new Thread(files::close));
        return files;
    }

    private static EmbeddedKafkaKraftBroker start() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("offsets.topic.num.partitions", "1");
        broker.brokerProperty("transaction.state.log.num.partitions", "1");
        broker.brokerProperty("transaction.state.log.replication.factor", "1");
        broker.brokerProperty("transaction.state.log.min.isr", "1");
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker;
    }

    static String brokers() {
        return BROKER.getBrokersAsString();
    }

    static Admin admin() {
        return ADMIN;
    }

    static KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("bootstrap.servers", brokers());
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A topic that nobody else uses. */
    public static String topic(int partitions, Map<String, String> config) {
        String name = "shop.orders-" + TOPICS.incrementAndGet();
        try {
            ADMIN.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(config)))
                    .all()
                    .get();
            return name;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A topic with these values in one partition. */
    public static String of(List<byte[]> values) {
        String topic = topic(1, Map.of());
        values.forEach(value -> send(topic, 0, null, value));
        PRODUCER.flush();
        return topic;
    }

    static String ofJson(String... values) {
        return of(List.of(values).stream().map(RealTopics::bytes).toList());
    }

    static void send(String topic, int partition, String key, byte[] value) {
        PRODUCER.send(new ProducerRecord<>(topic, partition, key == null ? null : bytes(key), value));
    }

    static void sendAt(String topic, long timestamp, byte[] value) {
        PRODUCER.send(new ProducerRecord<>(topic, 0, timestamp, null, value));
    }

    static void flush() {
        PRODUCER.flush();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static Schema schema(String json) {
        return new Schema.Parser(NameValidator.NO_VALIDATION).parse(json);
    }

    /** In Confluent's wire format. */
    public static byte[] avro(IndexedRecord record) {
        try {
            int id = REGISTRY.register("any", new AvroSchema(record.getSchema()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(0);
            out.write(ByteBuffer.allocate(4).putInt(id).array());
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new GenericDatumWriter<IndexedRecord>(record.getSchema()).write(record, encoder);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException e) {
            throw new IllegalStateException(e);
        }
    }

    public static NamedCluster cluster() {
        return new NamedCluster(
                "mesh.quality.kafka",
                true,
                List.of(brokers()),
                Map.of("bootstrap.servers", brokers()),
                REGISTRY,
                List.of("mesh."));
    }

    public static KafkaEngine engine(Path folder, WindowLimits limits, NamedCluster... clusters) {
        return new KafkaEngine(
                clusters.length == 0 ? List.of(cluster()) : List.of(clusters),
                limits,
                FILES,
                folder,
                Clock.systemUTC());
    }
}
