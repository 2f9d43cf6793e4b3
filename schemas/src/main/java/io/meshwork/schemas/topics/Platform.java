package io.meshwork.schemas.topics;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** An open connection to a broker and a registry, whoever runs them. */
public record Platform(Admin admin, SchemaRegistryClient registry, String bootstrapServers, String registryUrl)
        implements AutoCloseable {

    private static final int REGISTRY_CACHE = 1000;
    private static final Map<String, Object> PATIENCE = Map.of(
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            10_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            15_000,
            "http.connect.timeout.ms",
            5_000,
            "http.read.timeout.ms",
            15_000);

    /**
     * Opens both clients; nothing is sent before the first use.
     *
     * @param registryUrl of a Confluent-compatible API, several separated by commas; {@code mock://scope} in tests
     * @param properties of the clients, such as {@code sasl.jaas.config} or {@code basic.auth.user.info}; they win over
     *     our time-outs (broker 15 s, registry 15 s)
     * @throws PlatformUnavailableException when the bootstrap address cannot be resolved
     */
    public static Platform connect(String bootstrapServers, String registryUrl, Map<String, ?> properties) {
        Map<String, Object> settings = new HashMap<>(PATIENCE);
        settings.putAll(properties);
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        SchemaRegistryClient registry = SchemaRegistryClientFactory.newClient(
                List.of(registryUrl.split(",")), REGISTRY_CACHE, List.of(new AvroSchemaProvider()), settings, Map.of());
        return new Platform(BrokerTopics.connect(settings), registry, bootstrapServers, registryUrl);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
        try {
            registry.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the client of the registry " + registryUrl, e);
        }
    }
}
