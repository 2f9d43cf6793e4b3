package io.meshwork.messaging.kafka;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.meshwork.schemas.topics.TopicManifest;
import io.meshwork.schemas.topics.TopicSchemas;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A registry in memory that knows product.published, or answers every question for a schema or an id with an exception. */
final class StubRegistry {

    private StubRegistry() {}

    static SchemaRegistryClient withProducts() throws Exception {
        MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
        TopicManifest manifest = TopicManifest.read();
        registry.register(
                "mesh.product.published.v1-value",
                new AvroSchema(TopicSchemas.read(manifest)
                        .of(manifest.topic("product.published"))
                        .orElseThrow()));
        return registry;
    }

    static SchemaRegistryClient failing(Exception answer) {
        MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
        return (SchemaRegistryClient) Proxy.newProxyInstance(
                StubRegistry.class.getClassLoader(),
                new Class<?>[] {SchemaRegistryClient.class},
                (proxy, method, args) -> {
                    if (method.getName().startsWith("getSchema")
                            || method.getName().startsWith("getId")) {
                        throw answer;
                    }
                    try {
                        return method.invoke(registry, args);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
