package io.meshwork.quality.engine.kafka;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How brokers are asked: without a group, so that no consumer's place is known, moved or shared. */
final class Clients {

    private static final int PATIENCE_SECONDS = 15;

    /** Of the operator's, none may change these. */
    private static final Map<String, Object> FIXED = Map.ofEntries(
            Map.entry("enable.auto.commit", false),
            Map.entry("isolation.level", "read_committed"),
            Map.entry("allow.auto.create.topics", false),
            Map.entry("auto.offset.reset", "earliest"),
            Map.entry("max.poll.records", 2_000),
            Map.entry("fetch.max.bytes", 16 << 20),
            Map.entry("max.partition.fetch.bytes", 2 << 20),
            // A fetch beyond the end is still waited for when the client is closed.
            Map.entry("fetch.max.wait.ms", 50),
            Map.entry("metric.reporters", ""));

    private static final Map<String, Object> DEFAULTS = Map.of(
            "client.id",
            "mesh-quality-topics",
            "request.timeout.ms",
            10_000,
            "default.api.timeout.ms",
            PATIENCE_SECONDS * 1000);

    private Clients() {}

    static Consumer<byte[], byte[]> consumer(NamedCluster cluster) {
        return new KafkaConsumer<>(config(cluster), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> config(NamedCluster cluster) {
        Map<String, Object> config = new HashMap<>(DEFAULTS);
        config.putAll(cluster.properties());
        config.putAll(FIXED);
        config.remove("group.id");
        config.remove("group.instance.id");
        return config;
    }

    /** Whether the last record of a key stands for all; what brokers do not tell is a topic that keeps all. */
    static boolean isCompacted(NamedCluster cluster, String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(config(cluster))) {
            Config config = requireNonNull(
                            admin.describeConfigs(List.of(resource)).values().get(resource))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            ConfigEntry policy = config.get(TopicConfig.CLEANUP_POLICY_CONFIG);
            return policy != null && String.valueOf(policy.value()).contains(TopicConfig.CLEANUP_POLICY_COMPACT);
        } catch (ExecutionException | TimeoutException | KafkaException untold) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading data; the scan is to be run again", e);
        }
    }
}
