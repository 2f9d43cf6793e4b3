package io.meshwork.schemas.topics;

import io.meshwork.schemas.compatibility.SchemaCompatibilityGate;
import io.meshwork.schemas.compatibility.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/**
 * Makes a broker and a registry agree with the manifest, and does nothing where they already do.
 *
 * <p>Never destructive: no topic is deleted, no partition added, no incompatible schema registered.
 */
public final class TopicsApply {

    /** Above the 512 KiB of a document and its outcome's frame, below the 1 MB that Event Hubs takes at most. */
    private static final int MAX_MESSAGE_BYTES = 1_000_000;

    private final BrokerTopics broker;
    private final RegistrySubjects registry;
    private final TopicManifest manifest;
    private final TopicSchemas schemas;
    private final SchemaCompatibilityGate gate = new SchemaCompatibilityGate();

    public TopicsApply(Platform platform, TopicManifest manifest, TopicSchemas schemas) {
        this.broker = new BrokerTopics(platform.admin(), platform.bootstrapServers());
        this.registry = new RegistrySubjects(platform.registry(), platform.registryUrl());
        this.manifest = manifest;
        this.schemas = schemas;
    }

    /**
     * Applies the whole manifest; what one topic refuses does not keep the others from being applied.
     *
     * @param replicationFactor of topics that are created; −1 for the broker's default
     * @throws PlatformUnavailableException when broker or registry do not answer; what was done so far stays
     */
    public ApplyReport apply(String meshName, short replicationFactor) {
        List<String> names = manifest.topics().stream()
                .map(topic -> topic.fullName(meshName))
                .toList();
        Map<String, Integer> partitions = broker.partitions(names);
        // A topic takes five round trips; they need not wait for another topic's.
        return new ApplyReport(manifest.topics().parallelStream()
                .map(topic -> {
                    String name = topic.fullName(meshName);
                    return apply(topic, name, topic.subject(meshName), partitions.get(name), replicationFactor);
                })
                .toList());
    }

    private TopicReport apply(
            Topic topic, String name, String subject, @Nullable Integer partitions, short replicationFactor) {
        List<String> notes = new ArrayList<>();
        TopicChange change = onBroker(topic, name, partitions, replicationFactor, notes);
        return new TopicReport(name, change, inRegistry(topic, subject), List.copyOf(notes));
    }

    private TopicChange onBroker(
            Topic topic, String name, @Nullable Integer partitions, short replicationFactor, List<String> notes) {
        if (partitions == null) {
            return create(topic, name, replicationFactor);
        }
        if (partitions < topic.partitions()) {
            notes.add("has " + partitions + " partitions, the manifest asks for " + topic.partitions()
                    + "; adding some moves keys to other partitions, so do it yourself while no one writes");
        }
        return update(topic, name, notes);
    }

    private TopicChange create(Topic topic, String name, short replicationFactor) {
        try {
            var wanted = new NewTopic(name, topic.partitions(), replicationFactor).configs(settings(topic));
            return broker.create(wanted) ? new TopicChange.Created(topic.partitions()) : new TopicChange.Unchanged();
        } catch (BrokerTopics.RefusedException e) {
            return new TopicChange.Refused(e.getMessage() + " (create it yourself with " + topic.partitions()
                    + " partitions and " + settings(topic) + ")");
        }
    }

    private TopicChange update(Topic topic, String name, List<String> notes) {
        try {
            Map<String, String> different = different(settings(topic), broker.settings(name));
            if (different.isEmpty()) {
                return new TopicChange.Unchanged();
            }
            broker.set(name, different);
            return new TopicChange.Updated(different);
        } catch (BrokerTopics.RefusedException e) {
            notes.add("the broker does not let us compare or set " + settings(topic) + ": " + e.getMessage());
            return new TopicChange.Unchanged();
        }
    }

    private SchemaChange inRegistry(Topic topic, String subject) {
        Optional<Schema> schema = schemas.of(topic);
        if (schema.isEmpty()) {
            return new SchemaChange.None();
        }
        registry.level(subject, topic.compatibility());
        return registry.id(subject, schema.get())
                .<SchemaChange>map(SchemaChange.Unchanged::new)
                .orElseGet(() -> register(topic, subject, schema.get()));
    }

    private SchemaChange register(Topic topic, String subject, Schema schema) {
        List<Violation> violations =
                gate.incompatibilities(topic.name(), topic.compatibility(), schema, registry.schemas(subject));
        if (!violations.isEmpty()) {
            return new SchemaChange.Incompatible(
                    violations.stream().map(Violation::toString).toList());
        }
        try {
            return new SchemaChange.Registered(registry.register(subject, schema));
        } catch (RegistrySubjects.RefusedException e) {
            return new SchemaChange.Incompatible(List.of("the registry refuses it: " + e.getMessage()));
        }
    }

    private static Map<String, String> different(Map<String, String> wanted, Map<String, String> actual) {
        Map<String, String> different = new HashMap<>(wanted);
        different.entrySet().removeIf(setting -> setting.getValue().equals(actual.get(setting.getKey())));
        return different;
    }

    private static Map<String, String> settings(Topic topic) {
        String retention = topic.cleanup() == Cleanup.COMPACT ? "delete.retention.ms" : "retention.ms";
        return Map.of(
                "cleanup.policy",
                topic.cleanup().setting(),
                "max.message.bytes",
                Integer.toString(MAX_MESSAGE_BYTES),
                retention,
                Long.toString(topic.retention().toMillis()));
    }
}
