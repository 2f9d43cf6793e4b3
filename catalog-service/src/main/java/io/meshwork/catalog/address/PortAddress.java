package io.meshwork.catalog.address;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.OutputPort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One address at which a product has data.
 *
 * @param port name of the output port, null for the product as a whole
 */
public record PortAddress(@Nullable String port, Address address) {

    /** Far above any honest product; the rest is left out. */
    private static final int MOST = 1_000;

    private static final int LONGEST = 1_000;
    private static final List<String> SERVER = List.of("host", "account", "server");
    private static final List<String> BROKERS = List.of("host", "bootstrap_servers", "bootstrapServers");
    private static final List<String> PARENTS =
            List.of("project", "catalog", "serviceName", "database", "dataset", "schema");

    /** All addresses of a product; the product itself is one of them. */
    public static List<PortAddress> of(DataProduct product) {
        Set<PortAddress> all = new LinkedHashSet<>();
        all.add(new PortAddress(null, Address.product(product.id())));
        for (OutputPort port : product.outputPorts()) {
            addresses(product, port)
                    .filter(address -> address.text().length() <= LONGEST)
                    .forEach(address -> all.add(new PortAddress(port.name(), address)));
        }
        return all.stream().limit(MOST).toList();
    }

    private static Stream<Address> addresses(DataProduct product, OutputPort port) {
        Stream<Address> data = switch (port.kind()) {
            case SQL -> tables(product, port);
            case EVENT_STREAM -> topics(product, port);
            case FILE, API, OTHER -> files(product, port);
        };
        return Stream.concat(data, Stream.ofNullable(port.contractId()).map(Address::contract));
    }

    private static Stream<Address> files(DataProduct product, OutputPort port) {
        String location = port.location();
        if (location == null) {
            return Stream.empty();
        }
        Stream<String> locations = location.contains("{model}")
                ? physicalNames(product).map(name -> location.replace("{model}", name))
                : Stream.of(location);
        return locations.flatMap(one -> Location.read(one).or(() -> relative(one)).stream());
    }

    /** A name with dots but no slashes is a table of a catalog; anything else without a scheme is a path. */
    private static Optional<Address> relative(String location) {
        if (location.contains("://")) {
            return Optional.empty();
        }
        boolean table = location.chars().filter(c -> c == '.').count() >= 2 && !location.contains("/");
        return Optional.of(table ? Address.table(location) : Address.of("file", location));
    }

    private static Stream<Address> topics(DataProduct product, OutputPort port) {
        String location = port.location();
        if (location != null && location.contains("://")) {
            return Location.read(location).stream().flatMap(PortAddress::alsoWithoutServer);
        }
        List<String> brokers = brokers(port);
        Stream<String> topics =
                location == null || brokers.contains(location) ? physicalNames(product) : Stream.of(location);
        return topics.flatMap(topic -> brokers.isEmpty()
                ? Stream.of(Address.topic(topic), InputAddress.named(topic))
                : Stream.concat(
                        brokers.stream().map(broker -> Address.of("kafka://" + broker, topic)),
                        Stream.of(InputAddress.named(topic))));
    }

    private static List<String> brokers(OutputPort port) {
        return BROKERS.stream()
                .map(key -> word(port, key))
                .flatMap(Optional::stream)
                .flatMap(hosts -> Arrays.stream(hosts.split(",")))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .limit(20)
                .toList();
    }

    private static Stream<Address> tables(DataProduct product, OutputPort port) {
        String location = port.location();
        if (location != null && isTable(port, location)) {
            return table(port, location);
        }
        Optional<Address> whole = location == null ? Optional.empty() : Location.read(location);
        if (whole.isPresent()) {
            return alsoWithoutServer(whole.get());
        }
        return physicalNames(product).flatMap(name -> table(port, name));
    }

    /** The readers make up a location of host, database and so on where there is none. */
    private static boolean isTable(OutputPort port, String location) {
        return !location.contains("/")
                && !location.contains(":")
                && !port.properties().containsValue(location);
    }

    private static Stream<Address> table(OutputPort port, String name) {
        String system =
                word(port, "type").or(() -> Optional.ofNullable(port.format())).orElse("sql");
        String scheme = DataSystem.scheme(system);
        String table = qualified(parents(port, scheme), name);
        return server(port, scheme)
                .map(server -> Stream.of(Address.of(server, table), InputAddress.named(table)))
                .orElseGet(() -> Stream.of(Address.table(table), InputAddress.named(table)));
    }

    /** A physical name that is qualified itself needs only the parts that it leaves out. */
    private static String qualified(List<String> parents, String name) {
        int written = name.split("\\.", -1).length - 1;
        List<String> missing = parents.subList(0, Math.max(0, parents.size() - written));
        return Stream.concat(missing.stream(), Stream.of(name)).collect(Collectors.joining("."));
    }

    private static List<String> parents(OutputPort port, String scheme) {
        List<String> parents = new ArrayList<>();
        PARENTS.forEach(key -> word(port, key).ifPresent(parents::add));
        boolean twoParts =
                List.of("mysql", "hive", "cassandra", "clickhouse", "teradata").contains(scheme);
        return twoParts && parents.size() > 1 ? List.of(parents.getFirst()) : parents;
    }

    /** OpenLineage's namespace of the server; empty when the contract does not tell. */
    private static Optional<String> server(OutputPort port, String scheme) {
        if (scheme.equals("bigquery")) {
            return Optional.of(scheme);
        }
        if (scheme.equals("awsathena")) {
            return word(port, "regionName").map(region -> "awsathena://athena." + region + ".amazonaws.com");
        }
        return SERVER.stream()
                .map(key -> word(port, key))
                .flatMap(Optional::stream)
                .findFirst()
                .map(host -> scheme + "://" + host
                        + word(port, "port").map(number -> ":" + number).orElse(""));
    }

    /** An input that states no server finds a port that does. */
    private static Stream<Address> alsoWithoutServer(Address address) {
        return Stream.concat(
                Stream.of(address),
                address.lookUps().stream()
                        .skip(1)
                        .map(Address::text)
                        .limit(1)
                        .map(text -> InputAddress.named(text.substring(text.indexOf(':') + 1))));
    }

    private static Stream<String> physicalNames(DataProduct product) {
        return product.schema().stream().map(PortAddress::physicalName).distinct();
    }

    private static String physicalName(Dataset dataset) {
        return dataset.physicalName() != null ? dataset.physicalName() : dataset.name();
    }

    private static Optional<String> word(OutputPort port, String key) {
        return switch (port.properties().get(key)) {
            case String text when !text.isBlank() -> Optional.of(text.strip());
            case Number number -> Optional.of(number.toString());
            case null, default -> Optional.empty();
        };
    }
}
