package io.meshwork.schemas.topics;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.meshwork.schemas.compatibility.Compatibility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/** The registry's side of the topics; a registry that cannot answer is told apart from its answers. */
record RegistrySubjects(SchemaRegistryClient registry, String url) {

    /** The registry's answer that this schema cannot be registered. */
    static final class RefusedException extends Exception {
        RefusedException(RestClientException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** The id of exactly this schema, when the subject has it in any version. */
    Optional<Integer> id(String subject, Schema schema) {
        return ask(() -> registry.getId(subject, new AvroSchema(schema)));
    }

    /** Every registered schema of the subject, oldest first; empty when there is no such subject. */
    List<Schema> schemas(String subject) {
        List<Schema> schemas = new ArrayList<>();
        for (int version : ask(() -> registry.getAllVersions(subject)).orElse(List.of())) {
            ask(() -> registry.getSchemaMetadata(subject, version).getSchema())
                    .map(RegistrySubjects::parse)
                    .ifPresent(schemas::add);
        }
        return schemas;
    }

    /** Sets the subject's own compatibility level, unless it has it already. */
    void level(String subject, Compatibility level) {
        boolean set = ask(() -> registry.getCompatibility(subject))
                .filter(level.name()::equals)
                .isPresent();
        if (!set
                && ask(() -> registry.updateCompatibility(subject, level.name()))
                        .isEmpty()) {
            throw new IllegalStateException("The registry at " + url + " has no compatibility levels per subject");
        }
    }

    int register(String subject, Schema schema) throws RefusedException {
        try {
            return registry.register(subject, new AvroSchema(schema));
        } catch (RestClientException e) {
            if (e.getStatus() == 409 || e.getStatus() == 422) {
                throw new RefusedException(e);
            }
            throw unavailable(e);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private interface Question<T> {
        T ask() throws IOException, RestClientException;
    }

    /** Empty when the registry does not have what was asked for. */
    private <T> Optional<T> ask(Question<T> question) {
        try {
            return Optional.ofNullable(question.ask());
        } catch (RestClientException e) {
            if (e.getStatus() == 404) {
                return Optional.empty();
            }
            throw unavailable(e);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private PlatformUnavailableException unavailable(Exception cause) {
        return new PlatformUnavailableException(
                "The schema registry at " + url + " does not answer as it should (" + cause.getMessage()
                        + "); check that it runs, the address and the credentials",
                cause);
    }

    /** Lenient: what others registered may break rules that Avro got later. */
    private static Schema parse(String json) {
        return new Schema.Parser(NameValidator.NO_VALIDATION)
                .setValidateDefaults(false)
                .parse(json);
    }
}
