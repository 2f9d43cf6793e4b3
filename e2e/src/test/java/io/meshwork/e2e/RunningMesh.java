package io.meshwork.e2e;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.meshwork.local.LocalPlatform;
import io.meshwork.local.MeshService;
import io.meshwork.local.PlatformOptions;
import io.meshwork.local.ports.Ports;
import io.meshwork.messaging.kafka.AvroClasses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** The whole mesh on free ports, used as any client would: HTTP, Kafka's client and Confluent's serializers. */
final class RunningMesh implements AutoCloseable {

    static final Duration SOON = Duration.ofMinutes(2);

    /** Value of the header Prefer: as long as services wait for a decision. */
    private static final String WAIT = "wait=60";

    private static final Map<String, String> LEFT = Map.of(
            "outcomes to publish", "outbox_batch where published_at is null",
            "states to publish", "current_state where unpublished_since is not null",
            "records that wait", "parked_event",
            "jobs that are due", "job where due_at <= now()");

    final LocalPlatform platform;
    final Path data;
    private final HttpClient http = HttpClient.newHttpClient();
    private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;
    private final Map<String, TopicTail> tails = new ConcurrentHashMap<>();

    private RunningMesh(LocalPlatform platform, Path data) {
        AvroClasses.trustOurs();
        this.platform = platform;
        this.data = data;
        String registry = platform.registryUrl().toString();
        serializer.configure(
                Map.of(
                        "schema.registry.url", registry,
                        "auto.register.schemas", false,
                        "avro.remove.java.properties", true),
                false);
        deserializer.configure(Map.of("schema.registry.url", registry, "specific.avro.reader", true), false);
        admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers(), "delivery.timeout.ms", 180_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** @param processes whether each service is a process of its own, to be killed */
    static RunningMesh start(boolean processes, Map<String, String> settings) throws Exception {
        Path home = Files.createTempDirectory("mesh-e2e");
        Path data = Files.createDirectories(home.resolve("data"));
        LocalPlatform platform = LocalPlatform.start(PlatformOptions.in(home.resolve("state"))
                .withQualityRoot(data)
                .withPorts(Ports.fromBase(0))
                .withProcesses(processes)
                .withSettings(settings));
        RunningMesh mesh = new RunningMesh(platform, data);
        for (String domain : Contracts.DOMAINS) {
            mesh.describe(domain);
        }
        return mesh;
    }

    private void describe(String domain) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(url(MeshService.CATALOG, "api/v1/domains/" + domain))
                        .header("Content-Type", "application/yaml")
                        .header("Prefer", WAIT)
                        .PUT(HttpRequest.BodyPublishers.ofString(Contracts.domain(domain)))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
    }

    HttpResponse<String> submit(String document, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(MeshService.CATALOG, "api/v1/submissions"))
                .header("Content-Type", "application/yaml")
                .header("Prefer", WAIT)
                .POST(HttpRequest.BodyPublishers.ofString(document));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(MeshService service, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url(service, path)).build(), BodyHandlers.ofString());
    }

    /** Has a program of a team told by webhook of what happens to products. */
    void tellByWebhook(String team, String products, String kind, URI receiver)
            throws IOException, InterruptedException {
        create("api/v1/webhooks", """
                {"id": "%1$s", "team": "%1$s", "url": "%2$s"}""".formatted(team, receiver));
        create("api/v1/subscriptions", """
                {"id": "%1$s-hook", "subscriber": "%1$s", "products": ["%2$s"], "eventTypes": ["%3$s"],
                 "channel": "webhook", "target": "%1$s"}""".formatted(team, products, kind));
    }

    private void create(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(url(MeshService.NOTIFIER, path))
                        .header("Content-Type", "application/json")
                        .header("Prefer", WAIT)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
    }

    URI url(MeshService service, String path) {
        return platform.serviceUrl(service).resolve(path);
    }

    /** Sends a record with key and value only, as a producer that has never heard of CloudEvents does. */
    void send(String topic, String key, SpecificRecord value) {
        sendRaw(topic, key, serializer.serialize(topic(topic), value));
    }

    void sendRaw(String topic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(topic(topic), key.getBytes(StandardCharsets.UTF_8), value));
    }

    void flush() {
        producer.flush();
    }

    static String topic(String shortName) {
        return "mesh." + shortName + ".v1";
    }

    /** Every record of a topic so far that is in wire format, decoded. */
    @SuppressWarnings("unchecked") // every value was cast
    <T extends SpecificRecord> List<ConsumerRecord<String, T>> read(String topic, Class<T> type) {
        List<?> records = tail(topic).decoded(ends(topic(topic)), type);
        return (List<ConsumerRecord<String, T>>) records;
    }

    List<ConsumerRecord<byte[], byte[]>> readRaw(String topic) {
        return tail(topic).raw(ends(topic(topic)));
    }

    private TopicTail tail(String topic) {
        return tails.computeIfAbsent(
                topic, name -> new TopicTail(consumer(), ends(topic(name)).keySet(), deserializer));
    }

    /** How many records a topic has so far. */
    long count(String topic) {
        return ends(topic(topic)).values().stream().mapToLong(Long::longValue).sum();
    }

    /** What services have not come to yet, a line each: records to read, outcomes to publish, records that wait, jobs that are due. */
    List<String> unfinished() throws Exception {
        List<String> unfinished = new ArrayList<>();
        for (MeshService service : MeshService.values()) {
            lag("mesh." + service.label())
                    .forEach((partition, lag) -> unfinished.add(lag + " to read of " + partition + " by " + service));
            LEFT.forEach((what, query) -> {
                long rows = rows(service, query);
                if (rows > 0) {
                    unfinished.add(rows + " " + what + " in " + service);
                }
            });
        }
        return unfinished;
    }

    private Map<TopicPartition, Long> lag(String group) throws Exception {
        Map<TopicPartition, Long> lag = new TreeMap<>(Comparator.comparing(TopicPartition::toString));
        var read = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        for (var entry : read.entrySet()) {
            TopicPartition partition = entry.getKey();
            long left =
                    ends(partition.topic()).get(partition) - entry.getValue().offset();
            if (left > 0) {
                lag.put(partition, left);
            }
        }
        return lag;
    }

    private long rows(MeshService service, String query) {
        try (var connection = platform.database(service).connect();
                var result = connection.createStatement().executeQuery("select count(*) from " + query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<TopicPartition, Long> ends(String fullName) {
        try {
            var topic = admin.describeTopics(List.of(fullName))
                    .allTopicNames()
                    .get()
                    .get(fullName);
            Map<TopicPartition, OffsetSpec> latest = topic.partitions().stream()
                    .collect(Collectors.toMap(
                            p -> new TopicPartition(fullName, p.partition()), p -> OffsetSpec.latest()));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("the end of " + fullName + " is not to be had", e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        platform.bootstrapServers(),
                        "allow.auto.create.topics",
                        false,
                        "fetch.max.wait.ms",
                        10),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Waits for the first record of a product that satisfies the condition. */
    <T extends SpecificRecord> ConsumerRecord<String, T> await(
            String topic, Class<T> type, String product, Predicate<T> condition) {
        return Awaitility.await("a record of " + product + " on " + topic)
                .atMost(SOON)
                .until(
                        () -> read(topic, type).stream()
                                .filter(r -> r.key().equals(product) && r.value() != null && condition.test(r.value()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        tails.values().forEach(TopicTail::close);
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(5));
        platform.stop();
    }
}
