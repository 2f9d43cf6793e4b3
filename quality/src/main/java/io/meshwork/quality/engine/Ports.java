package io.meshwork.quality.engine;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.PortKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Chooses the output port that a dataset is measured on: a file that can be read, else a table, else a topic. A port with
 * {@code measured: true} among its properties (of ODCS: custom properties) is taken before all others.
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
        List<Place> places = new ArrayList<>();
        of(PortKind.FILE, ports).ifPresent(files -> places.add(FilePorts.find(files, product, dataset)));
        of(PortKind.SQL, ports).ifPresent(tables -> places.add(TablePorts.find(tables, product, dataset)));
        of(PortKind.EVENT_STREAM, ports).ifPresent(topics -> places.add(TopicPorts.find(topics, product, dataset)));
        return places.isEmpty() ? new Place.Nowhere(noPort(ports)) : firstOf(places);
    }

    private static Place firstOf(List<Place> places) {
        List<String> reasons = new ArrayList<>();
        for (Place place : places) {
            switch (place) {
                case Place.At found -> {
                    return found;
                }
                case Place.Nowhere(String reason) -> reasons.add(reason);
            }
        }
        return new Place.Nowhere(String.join("; ", reasons));
    }

    private static Optional<List<OutputPort>> of(PortKind kind, List<OutputPort> ports) {
        List<OutputPort> found =
                ports.stream().filter(port -> port.kind() == kind).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private static boolean isChosen(OutputPort port) {
        return PortWords.word(port, "measured").filter("true"::equalsIgnoreCase).isPresent();
    }

    private static String noPort(List<OutputPort> ports) {
        String others = ports.stream()
                .map(port -> port.kind().name().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(", "));
        return "the product has no file output port" + (others.isEmpty() ? "" : ", only " + others)
                + "; add one in parquet, csv or json, a table of PostgreSQL or a topic of Kafka, to have its data checked";
    }
}
