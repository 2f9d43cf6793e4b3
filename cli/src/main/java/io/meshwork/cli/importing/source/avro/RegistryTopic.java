package io.meshwork.cli.importing.source.avro;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.meshwork.cli.importing.source.Finding;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.contract.skeleton.Structure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * A topic by the latest schema of its values.
 *
 * @param brokers as they go into the contract; nobody asks them anything
 * @param registry URL of a Confluent-compatible registry, several separated by commas
 * @param properties of the registry's client, such as {@code basic.auth.user.info}
 */
public record RegistryTopic(String topic, String brokers, String registry, Map<String, String> properties) {

    private static final Map<String, Object> PATIENCE =
            Map.of("http.connect.timeout.ms", 5_000, "http.read.timeout.ms", 15_000);
    private static final int MOST_REFERENCES = 200;

    /** One that asks for its parts in a circle, or for too many of them. */
    private static final class EndlessReferencesException extends RuntimeException {}

    public Finding find() {
        Map<String, Object> settings = new HashMap<>(PATIENCE);
        settings.putAll(properties);
        List<String> urls = List.of(registry.split(","));
        try (SchemaRegistryClient client = SchemaRegistryClientFactory.newClient(
                urls, 100, List.of(new AvroSchemaProvider()), settings, Map.of())) {
            return find(client);
        } catch (RestClientException e) {
            return answer(e);
        } catch (IOException e) {
            return unreachable(firstLine(e.getMessage()));
        }
    }

    /** As Confluent's default, TopicNameStrategy, has it. */
    private String subject() {
        return topic + "-value";
    }

    private Finding find(SchemaRegistryClient client) throws IOException, RestClientException {
        SchemaMetadata latest;
        try {
            latest = client.getLatestSchemaMetadata(subject());
        } catch (RestClientException e) {
            if (e.getStatus() == 404) {
                return missing(client);
            }
            throw e;
        }
        String type = latest.getSchemaType();
        if (type != null && !type.equals("AVRO")) {
            return new Finding.Refused("The schema of " + subject() + " is " + type + "; only AVRO can be imported."
                    + " Write the contract with: mesh init");
        }
        try {
            return found(latest, schema(client, latest));
        } catch (AvroRuntimeException e) {
            return new Finding.Refused("The schema of " + subject() + " in version " + latest.getVersion()
                    + " is no Avro that can be read: " + firstLine(e.getMessage()));
        } catch (EndlessReferencesException e) {
            return new Finding.Refused("The schema of " + subject() + " refers to more than " + MOST_REFERENCES
                    + " other schemas; write the contract with: mesh init");
        }
    }

    private Finding found(SchemaMetadata latest, Schema schema) {
        AvroFields reader = new AvroFields();
        Structure structure = new Structure(
                schema.getType() == Type.RECORD ? schema.getName() : topic,
                topic,
                "topic",
                schema.getDoc(),
                reader.of(schema),
                new OutputPort(
                        "stream", PortKind.EVENT_STREAM, "avro", topic, null, Map.of("type", "kafka", "host", brokers)),
                null);
        List<String> remarks = new ArrayList<>();
        remarks.add("Read from " + subject() + ", version " + latest.getVersion() + "; the contract names " + brokers
                + " as the broker (--bootstrap-servers).");
        remarks.addAll(reader.remarks());
        return new Finding.Found(structure, remarks);
    }

    /** Lenient: what others registered may break rules that Avro got later. What a schema refers to is read before it. */
    private static Schema schema(SchemaRegistryClient client, SchemaMetadata latest)
            throws IOException, RestClientException {
        Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false);
        read(client, latest.getReferences(), parser, new HashSet<>());
        return parser.parse(latest.getSchema());
    }

    private static void read(
            SchemaRegistryClient client, List<SchemaReference> references, Schema.Parser parser, Set<String> known)
            throws IOException, RestClientException {
        for (SchemaReference reference : references) {
            if (known.size() > MOST_REFERENCES) {
                throw new EndlessReferencesException();
            }
            if (known.add(reference.getSubject() + "@" + reference.getVersion())) {
                SchemaMetadata other = client.getSchemaMetadata(reference.getSubject(), reference.getVersion());
                read(client, other.getReferences(), parser, known);
                parser.parse(other.getSchema());
            }
        }
    }

    private Finding missing(SchemaRegistryClient client) throws IOException, RestClientException {
        String hint = Suggestions.didYouMean(subject(), client.getAllSubjects());
        return new Finding.Refused("The registry at " + registry + " has no subject " + subject() + ". " + hint
                + "The topic's producer must have registered its schema there under that name.");
    }

    private Finding answer(RestClientException e) {
        boolean locked = e.getStatus() == 401 || e.getStatus() == 403;
        return locked
                ? new Finding.Refused("The registry at " + registry + " does not let us in (" + e.getStatus()
                        + "); give basic.auth.user.info in the file of --command-config")
                : unreachable(firstLine(e.getMessage()));
    }

    private Finding unreachable(String why) {
        return new Finding.Unreachable("The schema registry at " + registry + " does not answer as it should (" + why
                + "); check that it runs, and name it with --registry");
    }

    private static String firstLine(@Nullable String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}
