package io.meshwork.catalog.lineage;

import io.meshwork.catalog.address.Address;
import io.meshwork.catalog.lineage.Impact.Hit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where data comes from, where it goes, and whom it hits when it changes. */
public final class Lineage {

    public static final int DEEPEST = 10;

    private final LineageView view;

    public Lineage(LineageView view) {
        this.view = view;
    }

    /**
     * The graph around a product.
     *
     * @param port only what belongs to this output port, null for the whole product
     * @param field only what this field has to do with, null for all
     * @return empty when the catalog has no such product or port
     */
    public Optional<LineageGraph> ofProduct(
            String productId, @Nullable String port, @Nullable String field, Set<Direction> directions, int depth) {
        return exists(productId, port)
                ? Optional.of(graph(roots(productId, port, field), directions, depth))
                : Optional.empty();
    }

    /**
     * The graph around a dataset.
     *
     * @param name {@code namespace:name}; both may contain colons themselves
     * @return empty when no job has ever named it
     */
    public Optional<LineageGraph> ofDataset(String name, @Nullable String field, Set<Direction> directions, int depth) {
        return view.dataset(readings(name), field).map(spot -> graph(Set.of(spot), directions, depth));
    }

    /** What is hit when the product goes, or only the field when one is given; up to {@link #DEEPEST} steps away. */
    public Impact impact(String productId, @Nullable String field) {
        return impact(productId, null, field, DEEPEST);
    }

    /** @param port only this output port goes, null for all */
    public Impact impact(String productId, @Nullable String port, @Nullable String field, int depth) {
        Walk walk = new Walk(view, roots(productId, port, field));
        walk.follow(Direction.DOWNSTREAM, depth);
        Set<Spot> certain = walk.certain();
        Map<String, Hit> hits = new HashMap<>();
        Map<String, ProductLabel> labels = view.products(Stream.concat(
                        Stream.of(productId), walk.distances().keySet().stream().flatMap(Lineage::productOf))
                .collect(Collectors.toSet()));
        walk.distances()
                .forEach((spot, distance) -> productOf(spot)
                        .filter(id -> distance > 0 && !id.equals(productId) && labels.containsKey(id))
                        .forEach(id -> hits.merge(
                                id, new Hit(label(labels, id), distance, certain.contains(spot)), Lineage::nearer)));
        return new Impact(
                labels.get(productId),
                hits.values().stream()
                        .sorted(Comparator.comparingInt(Hit::distance)
                                .thenComparing(hit -> hit.product().id()))
                        .toList(),
                walk.truncated());
    }

    public boolean exists(String productId, @Nullable String port) {
        return port == null ? view.hasProduct(productId) : view.hasPort(productId, port);
    }

    private static ProductLabel label(Map<String, ProductLabel> labels, String id) {
        ProductLabel label = labels.get(id);
        if (label == null) {
            throw new IllegalStateException("a hit without a label: " + id);
        }
        return label;
    }

    private static Hit nearer(Hit one, Hit other) {
        return new Hit(one.product(), Math.min(one.distance(), other.distance()), one.certain() || other.certain());
    }

    /** A field that no data of the product is known to have can still be followed along what contracts declare. */
    private Set<Spot> roots(String productId, @Nullable String port, @Nullable String field) {
        if (field == null) {
            return Set.of(new Spot.Product(productId, port));
        }
        Set<Spot> roots = new LinkedHashSet<>(view.fields(productId, port, field));
        if (roots.isEmpty()) {
            roots.add(new Spot.Field(Spot.Field.UNKNOWN, field, productId));
        }
        return roots;
    }

    private LineageGraph graph(Collection<Spot> roots, Set<Direction> directions, int depth) {
        Walk walk = new Walk(view, roots);
        directions.stream().sorted().forEach(direction -> walk.follow(direction, depth));
        Set<Spot> spots = walk.distances().keySet();
        Set<Long> datasets = new HashSet<>();
        spots.forEach(spot -> datasetOf(spot).forEach(datasets::add));
        return new LineageGraph(
                List.copyOf(roots),
                walk.distances(),
                walk.hops(),
                view.products(spots.stream().flatMap(Lineage::productOf).collect(Collectors.toSet())),
                view.datasets(datasets),
                walk.truncated());
    }

    private static Stream<String> productOf(Spot spot) {
        return switch (spot) {
            case Spot.Product product -> Stream.of(product.id());
            case Spot.Field field -> Stream.ofNullable(field.product());
            case Spot.Dataset _, Spot.Source _ -> Stream.empty();
        };
    }

    private static Stream<Long> datasetOf(Spot spot) {
        return switch (spot) {
            case Spot.Dataset dataset -> Stream.of(dataset.id());
            case Spot.Field field -> Stream.of(field.dataset());
            case Spot.Product _, Spot.Source _ -> Stream.empty();
        };
    }

    /** Every colon may be the one between namespace and name; the last ones are tried first. */
    private static List<Address> readings(String name) {
        List<Address> readings = new ArrayList<>();
        for (int colon = name.lastIndexOf(':');
                colon > 0 && readings.size() < 8;
                colon = name.lastIndexOf(':', colon - 1)) {
            readings.add(Address.of(name.substring(0, colon), name.substring(colon + 1)));
        }
        return readings;
    }
}
