package io.meshwork.messaging.kafka;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.meshwork.messaging.BrokenInfrastructure;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Tells a registry that cannot be asked from one that answers "there is no such schema". Serializer and deserializer wrap both in
 * the same exception as unreadable bytes, and healthy records would be dead-lettered while the registry is down.
 */
public final class WatchedRegistry {

    private static final int NOT_FOUND = 404;

    private WatchedRegistry() {}

    /** The same client, which throws {@link BrokenInfrastructure} when nothing is known of the schema it was asked for. */
    public static SchemaRegistryClient around(SchemaRegistryClient client) {
        return (SchemaRegistryClient) Proxy.newProxyInstance(
                WatchedRegistry.class.getClassLoader(),
                new Class<?>[] {SchemaRegistryClient.class},
                (proxy, method, args) -> {
                    try {
                        return method.invoke(client, args);
                    } catch (InvocationTargetException e) {
                        throw judged(e.getTargetException());
                    }
                });
    }

    private static Throwable judged(Throwable failure) {
        return switch (failure) {
            case RestClientException e
            when !isUnknownSchema(e) -> new BrokenInfrastructure("the schema registry answered " + e.getStatus(), e);
            case IOException e
            when !isOtherKindOfSchema(e) -> new BrokenInfrastructure("the schema registry cannot be asked", e);
            default -> failure;
        };
    }

    /** The registry's own error codes are 404xx; a 404 of another kind comes from a wrong address or a proxy. */
    private static boolean isUnknownSchema(RestClientException e) {
        return e.getStatus() == NOT_FOUND && e.getErrorCode() / 100 == NOT_FOUND;
    }

    /** The client says with a plain IOException that the schema is there but not Avro. */
    private static boolean isOtherKindOfSchema(IOException e) {
        return e.getClass() == IOException.class
                && e.getMessage() != null
                && e.getMessage().startsWith("Invalid schema");
    }
}
