package io.meshwork.catalog.lineage.web;

import io.meshwork.catalog.lineage.DatasetName;
import io.meshwork.catalog.lineage.Hop;
import io.meshwork.catalog.lineage.JobName;
import io.meshwork.catalog.lineage.LineageGraph;
import io.meshwork.catalog.lineage.ProductLabel;
import io.meshwork.catalog.lineage.Spot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of the lineage graph.
 *
 * @param roots ids of the nodes it starts from
 * @param nodes nearest first
 * @param edges in the direction in which data flows
 * @param truncated the graph is too large to be shown whole; ask with less depth or from another node
 */
record GraphRepresentation(List<String> roots, List<Node> nodes, List<Edge> edges, boolean truncated) {

    /**
     * A product, a dataset that is no product's, a field of either, or a declared source of which nothing else is known.
     *
     * @param kind product, dataset, field or source
     * @param distance steps from the nearest root
     * @param product id of the product, null when it is none's
     * @param port output port that was asked for, null when all
     * @param field name of the field, null when all
     * @param inCatalog false for a product that is only mentioned; null for what is no product
     */
    record Node(
            String id,
            String kind,
            int distance,
            @Nullable String product,
            @Nullable String port,
            @Nullable String namespace,
            @Nullable String name,
            @Nullable String field,
            @Nullable Boolean inCatalog,
            @Nullable String version,
            @Nullable String title,
            @Nullable String ownerTeam,
            @Nullable String ownerContact) {}

    /**
     * Data flows.
     *
     * @param source declared by the contract of the product it flows to, or observed in a job
     * @param job null when declared, or told by a dataset itself
     * @param lastSeen to the hour, null when declared
     * @param certain false when a field is followed over a step of which only the datasets are known
     */
    record Edge(
            String from,
            String to,
            String source,
            @Nullable JobName job,
            @Nullable Instant lastSeen,
            boolean certain) {}

    static GraphRepresentation of(LineageGraph graph) {
        return new GraphRepresentation(
                graph.roots().stream().map(spot -> id(spot, graph)).toList(),
                graph.distances().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(entry -> node(entry.getKey(), entry.getValue(), graph))
                        .toList(),
                graph.hops().stream().map(hop -> edge(hop, graph)).toList(),
                graph.truncated());
    }

    private static Edge edge(Hop hop, LineageGraph graph) {
        return new Edge(
                id(hop.from(), graph),
                id(hop.to(), graph),
                hop.declared() ? "declared" : "observed",
                hop.job(),
                hop.seenAt(),
                hop.certain());
    }

    private static Node node(Spot spot, int distance, LineageGraph graph) {
        String id = id(spot, graph);
        return switch (spot) {
            case Spot.Product(var product, var port) -> {
                ProductLabel label = graph.products().get(product);
                yield label == null
                        ? new Node(
                                id, "product", distance, product, port, null, null, null, false, null, null, null, null)
                        : new Node(
                                id,
                                "product",
                                distance,
                                product,
                                port,
                                null,
                                null,
                                null,
                                true,
                                label.version(),
                                label.title(),
                                label.ownerTeam(),
                                label.ownerContact());
            }
            case Spot.Dataset(var dataset) -> data(id, "dataset", distance, name(dataset, graph), null, null);
            case Spot.Field(var dataset, var field, var product) ->
                data(id, "field", distance, name(dataset, graph), field, product);
            case Spot.Source(var name) ->
                new Node(id, "source", distance, null, null, null, name, null, null, null, null, null, null);
        };
    }

    private static Node data(
            String id,
            String kind,
            int distance,
            @Nullable DatasetName name,
            @Nullable String field,
            @Nullable String product) {
        return new Node(
                id,
                kind,
                distance,
                product,
                null,
                name == null ? null : name.namespace(),
                name == null ? null : name.name(),
                field,
                product == null ? null : true,
                null,
                null,
                null,
                null);
    }

    private static String id(Spot spot, LineageGraph graph) {
        return switch (spot) {
            case Spot.Product(var product, var port) -> "product:" + product + (port == null ? "" : "/" + port);
            case Spot.Dataset(var dataset) -> "dataset:" + text(name(dataset, graph));
            case Spot.Field(var dataset, var field, var product) -> {
                DatasetName name = name(dataset, graph);
                yield "field:" + (name == null ? Objects.requireNonNullElse(product, "") : text(name)) + "#" + field;
            }
            case Spot.Source(var name) -> "source:" + name;
        };
    }

    private static @Nullable DatasetName name(long dataset, LineageGraph graph) {
        return graph.datasets().get(dataset);
    }

    private static String text(@Nullable DatasetName name) {
        return name == null ? "" : name.namespace() + ":" + name.name();
    }
}
