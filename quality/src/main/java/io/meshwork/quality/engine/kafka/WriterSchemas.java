package io.meshwork.quality.engine.kafka;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.meshwork.quality.engine.DecimalType;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The schemas that the records of one window were written with. */
final class WriterSchemas {

    /** Records with made-up ids shall not become as many questions to the registry. */
    private static final int MOST = 200;

    private static final int NOT_FOUND = 404;

    private final @Nullable SchemaRegistryClient registry;
    private final Map<Integer, Found> known = new HashMap<>();

    sealed interface Found {

        record Avro(Schema schema) implements Found {}

        /** A schema that is no Avro. */
        record Other() implements Found {}

        record Missing(String why) implements Found {}
    }

    WriterSchemas(@Nullable SchemaRegistryClient registry) {
        this.registry = registry;
    }

    /** @throws RegistryTrouble when nothing is known of the schema */
    Found find(int id) {
        Found found = known.get(id);
        if (found != null) {
            return found;
        }
        if (known.size() >= MOST) {
            return new Found.Missing("the records of the window name more than " + MOST + " schemas");
        }
        Found asked = ask(id);
        known.put(id, asked);
        return asked;
    }

    /** Decimals of the records, where several schemas have the same, of a type that holds all. */
    Map<String, DecimalType> decimals() {
        Map<String, DecimalType> decimals = new HashMap<>();
        for (Found found : known.values()) {
            if (found instanceof Found.Avro(Schema schema)) {
                AvroRow.decimals(schema).forEach((name, type) -> decimals.merge(name, type, DecimalType::and));
            }
        }
        return decimals;
    }

    private Found ask(int id) {
        if (registry == null) {
            throw new RegistryTrouble("its records name schemas, and no registry is set", null);
        }
        try {
            return found(registry.getSchemaById(id));
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND && e.getErrorCode() / 100 == NOT_FOUND) {
                return new Found.Missing("its schema " + id + " is not in the registry");
            }
            throw new RegistryTrouble("the schema registry answers " + e.getStatus(), e);
        } catch (IOException e) {
            if (isOtherKind(e)) {
                return new Found.Other();
            }
            throw new RegistryTrouble("the schema registry does not answer", e);
        } catch (RuntimeException | StackOverflowError e) {
            return new Found.Missing("its schema " + id + " cannot be understood");
        }
    }

    private static Found found(ParsedSchema schema) {
        return schema instanceof AvroSchema avro ? new Found.Avro(avro.rawSchema()) : new Found.Other();
    }

    /** The client says so with a plain IOException. */
    private static boolean isOtherKind(IOException e) {
        return e.getClass() == IOException.class
                && e.getMessage() != null
                && e.getMessage().startsWith("Invalid schema");
    }
}
