package io.meshwork.schemas.topics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** The schemas of the topics' values, by the topic's name; topics of raw bytes have none. */
public record TopicSchemas(Map<String, Schema> byTopic) {

    public TopicSchemas {
        byTopic = Map.copyOf(byTopic);
    }

    /**
     * The schemas this build was made with.
     *
     * @throws InvalidManifestException when the manifest names a file that is not there or not Avro
     */
    public static TopicSchemas read(TopicManifest manifest) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (Topic topic : manifest.topics()) {
            String file = topic.schema();
            if (file != null) {
                schemas.put(topic.name(), parse(topic, "/avro/" + file));
            }
        }
        return new TopicSchemas(schemas);
    }

    public Optional<Schema> of(Topic topic) {
        return Optional.ofNullable(byTopic.get(topic.name()));
    }

    private static Schema parse(Topic topic, String resource) {
        try (InputStream in = TopicSchemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new InvalidManifestException(List.of("topics.yaml: topic `" + topic.name() + "`: no schema file "
                        + resource + " on the class path; add it to src/main/avro or correct `schema`"));
            }
            return new Schema.Parser().parse(in);
        } catch (SchemaParseException e) {
            throw new InvalidManifestException(List.of(resource + ": not an Avro schema: " + e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
