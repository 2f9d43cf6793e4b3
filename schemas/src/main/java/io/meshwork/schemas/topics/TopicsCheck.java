package io.meshwork.schemas.topics;

import io.meshwork.schemas.compatibility.SchemaCompatibilityGate;
import io.meshwork.schemas.compatibility.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;

/** Tells, without changing anything, whether the topics a service needs are there with schemas it can use. */
public final class TopicsCheck {

    /** What a broken check ends with. */
    public static final String MEND = "./mesh topics apply";

    /** What was found; a broker or registry that does not answer is no finding but an exception. */
    public sealed interface Result {
        record Ok() implements Result {}

        /** @param problems one sentence per topic or schema */
        record Broken(List<String> problems) implements Result {

            /** Every problem on its own line, then the command that mends them. */
            public String message() {
                return String.join(System.lineSeparator(), problems) + System.lineSeparator() + "Mend it with: " + MEND;
            }
        }
    }

    private final BrokerTopics broker;
    private final RegistrySubjects registry;
    private final TopicManifest manifest;
    private final TopicSchemas schemas;
    private final SchemaCompatibilityGate gate = new SchemaCompatibilityGate();

    public TopicsCheck(Platform platform, TopicManifest manifest, TopicSchemas schemas) {
        this.broker = new BrokerTopics(platform.admin(), platform.bootstrapServers());
        this.registry = new RegistrySubjects(platform.registry(), platform.registryUrl());
        this.manifest = manifest;
        this.schemas = schemas;
    }

    /** Checks every topic of the manifest. */
    public Result check(String meshName) {
        return check(meshName, manifest.topics().stream().map(Topic::name).toList());
    }

    /**
     * Checks the topics a service reads or writes.
     *
     * @param names without prefix and version
     * @throws PlatformUnavailableException when broker or registry do not answer
     * @throws IllegalArgumentException when the manifest has no such topic
     */
    public Result check(String meshName, Collection<String> names) {
        List<Topic> topics = names.stream().map(manifest::topic).toList();
        Set<String> existing = broker.partitions(
                        topics.stream().map(topic -> topic.fullName(meshName)).toList())
                .keySet();
        List<String> problems = new ArrayList<>();
        for (Topic topic : topics) {
            if (!existing.contains(topic.fullName(meshName))) {
                problems.add("Topic " + topic.fullName(meshName) + " is missing");
            }
            schemaProblem(topic, topic.subject(meshName)).ifPresent(problems::add);
        }
        return problems.isEmpty() ? new Result.Ok() : new Result.Broken(List.copyOf(problems));
    }

    private Optional<String> schemaProblem(Topic topic, String subject) {
        return schemas.of(topic)
                .filter(schema -> registry.id(subject, schema).isEmpty())
                .map(schema -> schemaProblem(topic, subject, schema));
    }

    private String schemaProblem(Topic topic, String subject, Schema schema) {
        List<Violation> violations =
                gate.incompatibilities(topic.name(), topic.compatibility(), schema, registry.schemas(subject));
        return violations.isEmpty()
                ? "The schema of " + subject + " is not registered"
                : "The schema of " + subject + " is incompatible with what is registered: "
                        + String.join(
                                "; ",
                                violations.stream().map(Violation::toString).toList());
    }
}
