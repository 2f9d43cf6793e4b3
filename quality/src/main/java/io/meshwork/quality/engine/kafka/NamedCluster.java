package io.meshwork.quality.engine.kafka;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brokers that the operator has set up. Contracts only choose among these, they never say where to connect to.
 *
 * @param setting where it is set up, for people
 * @param own whether these are the brokers of the mesh itself, which contracts need not name
 * @param serves brokers as contracts name them, {@code host} or {@code host:port}, where {@code *} stands for anything within a part;
 *     without a port, any port
 * @param properties of the clients, with {@code bootstrap.servers}
 * @param registry of the schemas of Avro records; null for none
 * @param reserved beginnings of names of topics that are no product's
 */
public record NamedCluster(
        String setting,
        boolean own,
        List<String> serves,
        Map<String, Object> properties,
        @Nullable SchemaRegistryClient registry,
        List<String> reserved) {

    private static final Pattern FORM = Pattern.compile("(\\[[0-9a-fA-F:.*]+]|[A-Za-z0-9._*-]+)(:(\\d{1,5}|\\*))?");
    private static final int SCHEMAS_REMEMBERED = 1000;

    public NamedCluster {
        serves = List.copyOf(serves);
        properties = Map.copyOf(properties);
        reserved = List.copyOf(reserved);
        for (String pattern : serves) {
            if (!FORM.matcher(pattern).matches()) {
                throw new IllegalArgumentException(setting + ".serves has `" + pattern
                        + "`; write host or host:port, such as broker.example.org:9092 or *.example.org");
            }
        }
    }

    /** @param properties such as {@code basic.auth.user.info}; they win over our time-outs */
    public static SchemaRegistryClient registry(String url, Map<String, ?> properties) {
        Map<String, Object> config = new HashMap<>();
        config.put("http.connect.timeout.ms", 5_000);
        config.put("http.read.timeout.ms", 15_000);
        config.put("max.retries", 1);
        config.putAll(properties);
        return SchemaRegistryClientFactory.newClient(
                List.of(url.split(",")), SCHEMAS_REMEMBERED, List.of(new AvroSchemaProvider()), config, Map.of());
    }

    boolean serves(List<String> brokers) {
        return brokers.isEmpty()
                ? own
                : brokers.stream().allMatch(broker -> serves.stream().anyMatch(pattern -> matches(pattern, broker)));
    }

    boolean reserves(String topic) {
        return reserved.stream().anyMatch(topic::startsWith);
    }

    /** A contract that names no port means whatever port the host has. */
    private static boolean matches(String pattern, String broker) {
        boolean anyPort = port(pattern).isEmpty() || port(broker).isEmpty();
        String expected = anyPort ? host(pattern) : pattern;
        String written = anyPort ? host(broker) : broker;
        return Pattern.compile(expression(lower(expected)))
                .matcher(lower(written))
                .matches();
    }

    private static String expression(String pattern) {
        return Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/:]*"));
    }

    private static String host(String broker) {
        return broker.substring(0, broker.length() - port(broker).length());
    }

    /** With its colon; a colon inside the brackets of an address is none. */
    private static String port(String broker) {
        int colon = broker.lastIndexOf(':');
        return colon < 0 || broker.indexOf(']', colon) >= 0 ? "" : broker.substring(colon);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Without the properties, which have secrets. */
    @Override
    public String toString() {
        return setting;
    }
}
