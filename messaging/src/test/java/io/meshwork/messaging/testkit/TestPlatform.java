package io.meshwork.messaging.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.meshwork.messaging.kafka.AvroClasses;
import io.meshwork.schemas.topics.Platform;
import io.meshwork.schemas.topics.TopicManifest;
import io.meshwork.schemas.topics.TopicSchemas;
import io.meshwork.schemas.topics.TopicsApply;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * A mesh to test a service in: a real broker and a real PostgreSQL, once per JVM, and the registry client's own in-memory
 * registry. Every instance is a mesh of its own (name, topics, consumer groups, database).
 */
public final class TestPlatform {

    /** Of who waits until something comes about: what is green does not wait so long, however busy the machine. */
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Value of the header Prefer of who waits for a decision. */
    public static final String WAIT = "wait=60";

    private static final AtomicInteger MESHES = new AtomicInteger();
    private static TestPlatform shared;

    private final String brokers;
    private final String mesh = "t" + MESHES.incrementAndGet();
    private final String registry = "mock://" + mesh;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();

    private final Map<String, Tail> tails = new ConcurrentHashMap<>();

    private TestPlatform(String brokers) {
        this.brokers = brokers;
        AvroClasses.trustOurs();
        sql("postgres", "create database " + mesh);
        applyTopics();
        serializer.configure(
                Map.of(
                        "schema.registry.url",
                        registry,
                        "auto.register.schemas",
                        false,
                        "avro.remove.java.properties",
                        true),
                false);
        deserializer.configure(Map.of("schema.registry.url", registry, "specific.avro.reader", true), false);
        producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
    }

    /** The mesh that the tests of this JVM share; they use product ids of their own. */
    public static synchronized TestPlatform shared() {
        if (shared == null) {
            shared = fresh();
        }
        return shared;
    }

    /** A mesh that nobody else uses. */
    public static TestPlatform fresh() {
        return on(brokers());
    }

    /** A mesh that nobody else uses, on a broker of one's own; its database is the embedded one all the same. */
    public static TestPlatform on(String brokers) {
        return new TestPlatform(brokers);
    }

    /** JDBC URL of an empty database that nobody else uses. */
    public static String freshDatabase() {
        String name = "d" + MESHES.incrementAndGet();
        sql("postgres", "create database " + name);
        return postgres().getJdbcUrl("postgres", name);
    }

    /** Arguments for a service's {@code start} so that it joins this mesh on a free port; {@code more} of the form --name=value win. */
    public String[] args(String service, String... more) {
        Map<String, String> args = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(
                                "--mesh.name=" + mesh,
                                "--mesh.profile=local",
                                "--mesh.registry.url=" + registry,
                                "--spring.kafka.bootstrap-servers=" + brokers,
                                "--spring.datasource.url=" + jdbcUrl(service),
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.password=",
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--logging.level.kafka=WARN",
                                "--logging.level.state.change.logger=WARN"),
                        Stream.of(more))
                .forEach(arg -> args.put(arg.substring(0, arg.indexOf('=')), arg));
        return args.values().toArray(String[]::new);
    }

    /** JDBC URL whose default schema is the service's own, created when absent. */
    public String jdbcUrl(String service) {
        sql(mesh, "create schema if not exists " + service);
        return postgres().getJdbcUrl("postgres", mesh) + "&currentSchema=" + service;
    }

    public String mesh() {
        return mesh;
    }

    public String registry() {
        return registry;
    }

    public String topic(String shortName) {
        return mesh + "." + shortName + ".v1";
    }

    /** Sends a record as a CloudEvents producer does; returns its {@code ce_id}. */
    public String send(String topic, String key, SpecificRecord value) {
        return send(topic, key, value, Map.of("ce_id", UUID.randomUUID().toString()));
    }

    /** @param headers override or complete the CloudEvents headers */
    public String send(String topic, String key, SpecificRecord value, Map<String, String> headers) {
        byte[] bytes = value == null ? null : encode(topic, value);
        Map<String, String> all = new java.util.LinkedHashMap<>(Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_source",
                "/test",
                "ce_type",
                "io.meshwork." + topic + ".v1",
                "ce_time",
                Instant.now().toString(),
                "content-type",
                "application/avro"));
        all.putAll(headers);
        sendRaw(topic, key, bytes, all);
        return all.get("ce_id");
    }

    /** The record's value as a Confluent-compatible producer writes it. */
    public byte[] encode(String topic, SpecificRecord value) {
        return serializer.serialize(topic(topic), value);
    }

    /** Sends bytes as they are. */
    public void sendRaw(String topic, String key, byte[] value, Map<String, String> headers) {
        var record =
                new ProducerRecord<>(topic(topic), key == null ? null : key.getBytes(StandardCharsets.UTF_8), value);
        headers.forEach((k, v) -> record.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        producer.flush();
    }

    /** The records of a topic so far with these keys; waits until there are at least as many as expected. */
    public <T extends SpecificRecord> List<ConsumerRecord<String, T>> read(
            String topic, Class<T> type, int expected, Duration timeout) {
        return readRaw(topic, expected, timeout).stream()
                .map(r -> new ConsumerRecord<String, T>(
                        r.topic(),
                        r.partition(),
                        r.offset(),
                        r.timestamp(),
                        r.timestampType(),
                        r.serializedKeySize(),
                        r.serializedValueSize(),
                        r.key() == null ? null : new String(r.key(), StandardCharsets.UTF_8),
                        r.value() == null ? null : type.cast(deserializer.deserialize(r.topic(), r.value())),
                        r.headers(),
                        r.leaderEpoch()))
                .toList();
    }

    public List<ConsumerRecord<byte[], byte[]>> readRaw(String topic, int expected, Duration timeout) {
        List<ConsumerRecord<byte[], byte[]>> records = tails.computeIfAbsent(
                        topic(topic), name -> new Tail(brokers, name))
                .read(expected, timeout);
        if (records.size() < expected) {
            throw new AssertionError("expected at least " + expected + " records on " + topic(topic) + " within "
                    + timeout + ", found " + records.size());
        }
        return records;
    }

    /** The header's text, null when absent. */
    public static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The embedded broker that all meshes share but those made with {@link #on}. */
    public static String brokers() {
        return Broker.INSTANCE.getBrokersAsString();
    }

    private void applyTopics() {
        TopicManifest manifest = TopicManifest.read();
        try (Platform platform = Platform.connect(brokers, registry, Map.of())) {
            new TopicsApply(platform, manifest, TopicSchemas.read(manifest)).apply(mesh, (short) 1);
        }
    }

    private static EmbeddedPostgres postgres() {
        return Database.INSTANCE;
    }

    private static void sql(String database, String statement) {
        try (Connection connection =
                        postgres().getDatabase("postgres", database).getConnection();
                Statement s = connection.createStatement()) {
            s.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All records of a topic, read once: asking again only adds the new ones. */
    private static final class Tail {
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final List<TopicPartition> partitions;
        private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

        Tail(String brokers, String topic) {
            Properties config = new Properties();
            config.put("bootstrap.servers", brokers);
            // a broker answers one request of a connection after the other: who asks for the end waits for the fetch
            // before
            config.put("fetch.max.wait.ms", "10");
            consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        synchronized List<ConsumerRecord<byte[], byte[]>> read(int expected, Duration timeout) {
            Instant end = Instant.now().plus(timeout);
            while (!atEnd() || records.size() < expected && Instant.now().isBefore(end)) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return List.copyOf(records);
        }

        private boolean atEnd() {
            var ends = consumer.endOffsets(partitions);
            return partitions.stream().allMatch(p -> consumer.position(p) >= ends.get(p));
        }
    }

    private static final class Broker {
        static final EmbeddedKafkaKraftBroker INSTANCE = start();

        private static EmbeddedKafkaKraftBroker start() {
            quieten();
            EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
            // By default it tells Spring where it is by a system property, for every test of this JVM.
            broker.brokerListProperty("embedded.broker");
            broker.brokerProperty("auto.create.topics.enable", "false");
            broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
            broker.brokerProperty("offsets.topic.num.partitions", "1");
            broker.afterPropertiesSet();
            return broker;
        }

        /** Before the first service there is no configuration, and a broker tells everything. */
        private static void quieten() {
            if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
                logging.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
            }
        }
    }

    private static final class Database {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
