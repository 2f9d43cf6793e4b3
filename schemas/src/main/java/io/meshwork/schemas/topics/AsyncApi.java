package io.meshwork.schemas.topics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/** Describes the topics for tools and other teams, in AsyncAPI 3.0. */
public final class AsyncApi {

    private AsyncApi() {}

    /**
     * The manifest as an AsyncAPI 3.0 document in YAML, without servers, since those differ per installation.
     *
     * @param meshName the prefix of the topics
     */
    public static String write(TopicManifest manifest, TopicSchemas schemas, String meshName) {
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        Map<String, Object> messages = new LinkedHashMap<>();
        for (Topic topic : manifest.topics()) {
            String id = id(topic);
            messages.put(id, message(topic, schemas.of(topic)));
            channels.put(id, channel(topic, meshName));
            operations.put("send-" + id, operation("send", topic, topic.writtenBy()));
            operations.put("receive-" + id, operation("receive", topic, topic.readBy()));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put("info", Map.of("title", "Topics of the mesh " + meshName, "version", "1"));
        document.put("defaultContentType", "application/avro");
        document.put("channels", channels);
        document.put("operations", operations);
        document.put("components", Map.of("messages", messages));
        return yaml().dump(document);
    }

    private static Map<String, Object> channel(Topic topic, String meshName) {
        Map<String, Object> channel = new LinkedHashMap<>();
        channel.put("address", topic.fullName(meshName));
        channel.put("description", topic.purpose());
        channel.put("messages", Map.of("value", Map.of("$ref", "#/components/messages/" + id(topic))));
        channel.put("bindings", Map.of("kafka", kafka(topic)));
        return channel;
    }

    private static Map<String, Object> kafka(Topic topic) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", List.of(topic.cleanup().setting()));
        if (topic.cleanup() == Cleanup.DELETE) {
            settings.put("retention.ms", topic.retention().toMillis());
        } else {
            settings.put("delete.retention.ms", topic.retention().toMillis());
        }
        return Map.of("partitions", topic.partitions(), "topicConfiguration", settings, "bindingVersion", "0.5.0");
    }

    private static Map<String, Object> operation(String action, Topic topic, List<String> parties) {
        String channel = "#/channels/" + id(topic);
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("action", action);
        operation.put("channel", Map.of("$ref", channel));
        operation.put("summary", (action.equals("send") ? "Written by " : "Read by ") + String.join(", ", parties));
        operation.put("messages", List.of(Map.of("$ref", channel + "/messages/value")));
        return operation;
    }

    private static Map<String, Object> message(Topic topic, Optional<Schema> schema) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("name", topic.name());
        message.put("summary", topic.purpose());
        message.put("contentType", schema.isPresent() ? "application/avro" : "application/octet-stream");
        message.put(
                "bindings",
                Map.of(
                        "kafka",
                        Map.of(
                                "key",
                                Map.of("type", "string", "description", topic.key()),
                                "bindingVersion",
                                "0.5.0")));
        schema.ifPresent(avro -> message.put("payload", payload(avro)));
        return message;
    }

    private static Map<String, Object> payload(Schema schema) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("schemaFormat", "application/vnd.apache.avro;version=1.9.0");
        // The JSON of a schema is YAML as it stands.
        payload.put("schema", yaml().load(schema.toString()));
        return payload;
    }

    /** Keys of the components object may not hold dots in every tool. */
    private static String id(Topic topic) {
        return topic.name().replace('.', '-');
    }

    private static Yaml yaml() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options);
    }
}
