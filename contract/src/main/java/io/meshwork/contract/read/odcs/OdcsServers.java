package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.PortKinds;
import io.meshwork.contract.read.value.Section;
import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.contract.read.value.UniqueNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code servers} as output ports. */
final class OdcsServers {

    private static final List<String> TYPES = List.of(
            "api",
            "athena",
            "azure",
            "bigquery",
            "clickhouse",
            "cloudsql",
            "custom",
            "databricks",
            "db2",
            "denodo",
            "dremio",
            "duckdb",
            "glue",
            "hive",
            "impala",
            "informix",
            "kafka",
            "kinesis",
            "local",
            "mysql",
            "oracle",
            "postgres",
            "postgresql",
            "presto",
            "pubsub",
            "redshift",
            "s3",
            "sftp",
            "snowflake",
            "sqlserver",
            "synapse",
            "trino",
            "vertica");

    private static final Set<String> MODELLED = Set.of("server", "description", "format");
    private static final List<String> ADDRESSES = List.of("location", "path", "endpointUrl");

    private OdcsServers() {}

    /**
     * @param topic the topic of a contract about exactly one, which the standard names in the schema and not in the server
     */
    static List<OutputPort> read(Section root, @Nullable String topic) {
        List<OutputPort> ports = new ArrayList<>();
        UniqueNames names = new UniqueNames();
        for (Section section : root.sections("servers", "server")) {
            OutputPort port = port(section, topic);
            names.check(section, "server", port.name());
            ports.add(port);
        }
        if (!root.has("servers")) {
            root.warning(
                    "servers",
                    "missing",
                    "the contract names no server, so the product has no output port",
                    "Add `servers:` to say where consumers get the data.");
        }
        return ports;
    }

    private static OutputPort port(Section section, @Nullable String topic) {
        String name = section.name("server", "Give the server a name.");
        String type = section.required("type", "Write one of " + String.join(", ", TYPES) + ".");
        PortKind kind = kind(section, type);
        String format = section.text("format");
        Optional<String> address =
                ADDRESSES.stream().filter(key -> section.text(key) != null).findFirst();
        checkAddress(section, type, address.isPresent());
        String written = address.map(section::text).orElse(null);
        return new OutputPort(
                name,
                kind,
                format(kind, type, format),
                location(section, kind, written, topic),
                section.text("description"),
                properties(section, address));
    }

    private static PortKind kind(Section section, String type) {
        Optional<PortKind> byAddress = PortKinds.ofAddress(section.text("location"));
        if (type.isEmpty() || type.equals("custom")) {
            String format = section.text("format");
            return byAddress
                    .or(() -> Optional.ofNullable(format).flatMap(PortKinds::ofWord))
                    .orElse(PortKind.OTHER);
        }
        if (type.equals("glue") && section.has("location")) {
            return PortKind.FILE;
        }
        Optional<PortKind> kind = PortKinds.ofWord(type);
        if (kind.isEmpty() || !TYPES.contains(type)) {
            section.warning(
                    "type",
                    "unknown",
                    "the server type " + Quoted.of(type) + " is not in the standard",
                    Suggestions.didYouMean(type, TYPES) + "Use `custom` for other systems.");
        }
        return kind.orElse(PortKind.OTHER);
    }

    /** What the standard requires and nothing works without. */
    private static void checkAddress(Section section, String type, boolean hasAddress) {
        switch (type) {
            case "s3", "azure", "sftp", "api" -> {
                if (!hasAddress) {
                    section.missing("location", "Write the URL where the data is.");
                }
            }
            case "local" -> {
                if (!hasAddress) {
                    section.missing("path", "Write the path of the data file.");
                }
            }
            case "kafka" -> {
                if (!section.has("host") && !hasAddress) {
                    section.missing("host", "Write the bootstrap server of the Kafka cluster.");
                }
            }
            default -> {}
        }
    }

    /** The type of a database tells its dialect; a file's format is what it is. */
    private static @Nullable String format(PortKind kind, String type, @Nullable String format) {
        if (format != null) {
            return format.toLowerCase(Locale.ROOT);
        }
        return kind == PortKind.SQL && !type.isEmpty() ? type.toLowerCase(Locale.ROOT) : null;
    }

    private static @Nullable String location(
            Section section, PortKind kind, @Nullable String written, @Nullable String topic) {
        if (written != null) {
            return written;
        }
        return kind == PortKind.EVENT_STREAM && topic != null ? topic : system(section);
    }

    /** {@code host:port/database/schema}, of those that are given. */
    private static @Nullable String system(Section section) {
        String port = section.written("port");
        String host = section.text("host");
        String server = host != null && port != null ? host + ":" + port : host;
        String joined = Stream.concat(
                        Stream.ofNullable(server),
                        Stream.of("project", "account", "catalog", "database", "serviceName", "dataset", "schema")
                                .map(section::written)
                                .filter(Objects::nonNull))
                .collect(Collectors.joining("/"));
        return joined.isEmpty() ? null : joined;
    }

    private static Map<String, Object> properties(Section section, Optional<String> address) {
        Set<String> modelled =
                Stream.concat(MODELLED.stream(), address.stream()).collect(Collectors.toSet());
        return section.except(modelled);
    }
}
