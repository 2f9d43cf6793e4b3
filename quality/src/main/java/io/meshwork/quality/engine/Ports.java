package io.meshwork.quality.engine;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.PortKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the output port that a dataset is measured on: a file that can be read, else a table. A port with {@code measured: true}
 * among its properties (of ODCS: custom properties) is taken before all others.
 */
public final class Ports {

    private Ports() {}

    /** What the ports say, before anyone has looked at the data. */
    public sealed interface Place {

        record At(Source source) implements Place {}

        /** @param reason for people: why nothing can be measured, and what would help */
        record Nowhere(String reason) implements Place {}
    }

    public static Place find(DataProduct product, String dataset) {
        List<OutputPort> all = product.outputPorts();
        List<OutputPort> chosen = all.stream().filter(Ports::isChosen).toList();
        List<OutputPort> ports = chosen.isEmpty() ? all : chosen;
        List<OutputPort> files = of(PortKind.FILE, ports);
        List<OutputPort> tables = of(PortKind.SQL, ports);
        if (files.isEmpty() && tables.isEmpty()) {
            return new Place.Nowhere(noPort(ports));
        }
        if (tables.isEmpty()) {
            return FilePorts.find(files, product, dataset);
        }
        if (files.isEmpty()) {
            return TablePorts.find(tables, product, dataset);
        }
        return either(FilePorts.find(files, product, dataset), TablePorts.find(tables, product, dataset));
    }

    private static Place either(Place first, Place second) {
        return first instanceof Place.Nowhere(String one)
                ? second instanceof Place.Nowhere(String other) ? new Place.Nowhere(one + "; " + other) : second
                : first;
    }

    private static List<OutputPort> of(PortKind kind, List<OutputPort> ports) {
        return ports.stream().filter(port -> port.kind() == kind).toList();
    }

    private static boolean isChosen(OutputPort port) {
        Stream<?> custom = port.properties().get("customProperties") instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> (Map<?, ?>) item)
                        .filter(item -> "measured".equals(item.get("property")))
                        .map(item -> item.get("value"))
                : Stream.empty();
        return Stream.concat(Stream.ofNullable(port.properties().get("measured")), custom)
                .anyMatch(value -> "true".equalsIgnoreCase(String.valueOf(value)));
    }

    private static String noPort(List<OutputPort> ports) {
        String others = ports.stream()
                .map(port -> port.kind().name().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(", "));
        return "the product has no file output port" + (others.isEmpty() ? "" : ", only " + others)
                + "; add one in parquet, csv or json, or a table of PostgreSQL, to have its data checked";
    }
}
