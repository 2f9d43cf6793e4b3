package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.read.value.PortKinds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a server tells about its port without saying so; the reader fills it in, the writer leaves it out. */
public final class ServerPorts {

    /** Keys that hold the address of a server, in the order in which they count. */
    public static final List<String> ADDRESSES = List.of("location", "path", "endpointUrl");

    static final List<String> SYSTEM =
            List.of("project", "account", "catalog", "database", "serviceName", "dataset", "schema");

    private ServerPorts() {}

    /** The kind of a server of this type; empty when the type is not known. */
    static Optional<PortKind> kind(String type, @Nullable String location, @Nullable String format) {
        if (type.isEmpty() || type.equals("custom")) {
            return Optional.of(PortKinds.ofAddress(location)
                    .or(() -> Optional.ofNullable(format).flatMap(PortKinds::ofWord))
                    .orElse(PortKind.OTHER));
        }
        return type.equals("glue") && location != null ? Optional.of(PortKind.FILE) : PortKinds.ofWord(type);
    }

    /** The type of a database tells its dialect; null for other servers. */
    public static @Nullable String format(PortKind kind, String type) {
        return kind == PortKind.SQL && !type.isEmpty() ? type.toLowerCase(Locale.ROOT) : null;
    }

    /** The topic, or {@code host:port/database/schema} of those that are given; null when there is none of them. */
    public static @Nullable String location(PortKind kind, Map<String, ?> properties, @Nullable String topic) {
        if (kind == PortKind.EVENT_STREAM && topic != null) {
            return topic;
        }
        String host = word(properties, "host");
        String port = word(properties, "port");
        String server = host != null && port != null ? host + ":" + port : host;
        String joined = Stream.concat(
                        Stream.ofNullable(server),
                        SYSTEM.stream().map(key -> word(properties, key)).filter(Objects::nonNull))
                .collect(Collectors.joining("/"));
        return joined.isEmpty() ? null : joined;
    }

    private static @Nullable String word(Map<String, ?> properties, String key) {
        return switch (properties.get(key)) {
            case String text when !text.isBlank() -> text.strip();
            case Number number -> number.toString();
            case null, default -> null;
        };
    }
}
