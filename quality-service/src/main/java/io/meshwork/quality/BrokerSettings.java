package io.meshwork.quality;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Brokers whose topics are checked.
 *
 * @param bootstrapServers the only place that is ever connected to, whatever a contract says
 * @param serves brokers as contracts name them, {@code host} or {@code host:port}; {@code *} stands for anything within a part
 * @param properties of the clients, such as {@code security.protocol} and {@code sasl.jaas.config}; secrets better from the environment
 *     than from a file
 * @param registryUrl of the schema registry, null when its records are JSON only
 * @param registryProperties such as {@code basic.auth.user.info}
 */
record BrokerSettings(
        String bootstrapServers,
        List<String> serves,
        @DefaultValue Map<String, String> properties,
        @Nullable String registryUrl,
        @DefaultValue Map<String, String> registryProperties) {

    BrokerSettings {
        if (bootstrapServers == null || bootstrapServers.isBlank() || serves == null || serves.isEmpty()) {
            throw new IllegalArgumentException("brokers (mesh.quality.kafka.brokers.<name>) need bootstrap-servers and"
                    + " serves, such as broker.example.org:9092");
        }
        serves = List.copyOf(serves);
        properties = Map.copyOf(properties);
        registryProperties = Map.copyOf(registryProperties);
    }

    Map<String, Object> clientProperties() {
        Map<String, Object> all = new TreeMap<>(properties);
        all.put("bootstrap.servers", bootstrapServers);
        return all;
    }

    /** Without the properties. */
    @Override
    public String toString() {
        return "brokers at " + bootstrapServers;
    }
}
