package io.meshwork.catalog.lineage.web;

import io.meshwork.catalog.lineage.DatasetName;
import io.meshwork.catalog.lineage.Hop;
import io.meshwork.catalog.lineage.LineageGraph;
import io.meshwork.catalog.lineage.ProductLabel;
import io.meshwork.catalog.lineage.Spot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The graph around a product as boxes in columns, data flowing from left to right; lengths in pixels.
 *
 * @param more how many places are left out
 */
record LineageDrawing(int width, int height, List<Box> boxes, List<Arrow> arrows, int more) {

    private static final int MOST_BOXES = 200;
    private static final int WIDTH = 200;
    private static final int HEIGHT = 48;
    private static final int COLUMN_GAP = 72;
    private static final int ROW_GAP = 14;
    private static final int MARGIN = 8;
    private static final int LONGEST = 25;

    /**
     * A product, a dataset, or a source of which nothing is known.
     *
     * @param kind for its looks: root, product, unknown or dataset
     * @param name of at most 25 characters
     * @param detail a second line
     * @param whole everything there is to say, for those who point at it
     * @param link to its own lineage, null when it has none
     */
    record Box(
            int x,
            int y,
            String kind,
            String name,
            String detail,
            String whole,
            @Nullable String link) {

        int width() {
            return WIDTH;
        }

        int height() {
            return HEIGHT;
        }
    }

    /**
     * Data flows.
     *
     * @param path as SVG writes it
     * @param how everything that says so
     */
    record Arrow(String path, boolean observed, String how) {}

    private record Place(int column, int row) {}

    /**
     * @param upstream the graph against the flow from the product
     * @param downstream with the flow, from the same product
     */
    static LineageDrawing of(LineageGraph upstream, LineageGraph downstream) {
        Map<Spot, Integer> columns = columns(upstream, downstream);
        int more = Math.max(0, columns.size() - MOST_BOXES);
        Set<Spot> shown = columns.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> Math.abs(entry.getValue())))
                .limit(MOST_BOXES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Hop> hops = Stream.concat(upstream.hops().stream(), downstream.hops().stream())
                .distinct()
                .filter(hop -> shown.contains(hop.from()) && shown.contains(hop.to()))
                .toList();
        Map<Spot, Place> places = places(shown, columns, hops);
        int first = places.values().stream().mapToInt(Place::column).min().orElse(0);
        int last = places.values().stream().mapToInt(Place::column).max().orElse(0);
        Map<Integer, Integer> rows = places.values().stream()
                .collect(Collectors.groupingBy(Place::column, Collectors.summingInt(place -> 1)));
        int tallest = rows.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        Map<Spot, Box> boxes = new LinkedHashMap<>();
        places.forEach((spot, place) -> {
            int missing = tallest - rows.getOrDefault(place.column(), 0);
            boxes.put(
                    spot,
                    box(
                            spot,
                            MARGIN + (place.column() - first) * (WIDTH + COLUMN_GAP),
                            MARGIN + place.row() * (HEIGHT + ROW_GAP) + missing * (HEIGHT + ROW_GAP) / 2,
                            upstream.roots().contains(spot),
                            upstream.distances().containsKey(spot) ? upstream : downstream));
        });
        return new LineageDrawing(
                2 * MARGIN + (last - first + 1) * WIDTH + (last - first) * COLUMN_GAP,
                2 * MARGIN + tallest * HEIGHT + (tallest - 1) * ROW_GAP,
                List.copyOf(boxes.values()),
                arrows(hops, boxes),
                more);
    }

    /** What is on both sides of a circle is drawn where it comes from. */
    private static Map<Spot, Integer> columns(LineageGraph upstream, LineageGraph downstream) {
        Map<Spot, Integer> columns = new LinkedHashMap<>();
        upstream.distances().forEach((spot, distance) -> columns.put(spot, -distance));
        downstream.distances().forEach(columns::putIfAbsent);
        return columns;
    }

    /** Column by column from the root, each place near those it is connected with, so that few arrows cross. */
    private static Map<Spot, Place> places(Set<Spot> shown, Map<Spot, Integer> columns, List<Hop> hops) {
        Map<Integer, List<Spot>> byColumn =
                new TreeMap<>(Comparator.<Integer>comparingInt(Math::abs).thenComparing(Comparator.naturalOrder()));
        shown.forEach(spot -> byColumn.computeIfAbsent(columns.get(spot), column -> new ArrayList<>())
                .add(spot));
        Map<Spot, List<Spot>> neighbours = new HashMap<>();
        hops.forEach(hop -> {
            neighbours.computeIfAbsent(hop.from(), spot -> new ArrayList<>()).add(hop.to());
            neighbours.computeIfAbsent(hop.to(), spot -> new ArrayList<>()).add(hop.from());
        });
        Map<Spot, Place> places = new LinkedHashMap<>();
        byColumn.forEach((column, spots) -> {
            Map<Spot, Double> height = spots.stream()
                    .collect(Collectors.toMap(
                            spot -> spot, spot -> height(neighbours.getOrDefault(spot, List.of()), places)));
            spots.sort(Comparator.comparing(height::get));
            for (int row = 0; row < spots.size(); row++) {
                places.put(spots.get(row), new Place(column, row));
            }
        });
        return places;
    }

    private static double height(Collection<Spot> neighbours, Map<Spot, Place> places) {
        return neighbours.stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .mapToInt(Place::row)
                .average()
                .orElse(0);
    }

    private static Box box(Spot spot, int x, int y, boolean isRoot, LineageGraph graph) {
        return switch (spot) {
            case Spot.Product(var id, var port) -> product(id, port, x, y, isRoot, graph);
            case Spot.Dataset(var dataset) -> dataset(graph.datasets().get(dataset), "", x, y);
            case Spot.Field(var dataset, var field, var product) ->
                product == null
                        ? dataset(graph.datasets().get(dataset), "#" + field, x, y)
                        : product(product, "#" + field, x, y, isRoot, graph);
            case Spot.Source(var name) -> new Box(x, y, "unknown", cut(name), "as a contract names it", name, null);
        };
    }

    private static Box product(String id, @Nullable String part, int x, int y, boolean isRoot, LineageGraph graph) {
        ProductLabel label = graph.products().get(id);
        String name = part == null ? id : part.startsWith("#") ? id + part : id + "/" + part;
        if (label == null) {
            return new Box(x, y, "unknown", cut(name), "not in the catalog", name, null);
        }
        String owner = Stream.of(label.ownerTeam(), label.ownerContact())
                .filter(text -> text != null)
                .findFirst()
                .orElse("");
        String detail = (label.version() + " " + owner).strip();
        return new Box(
                x,
                y,
                isRoot ? "root" : "product",
                cut(name),
                cut(detail),
                name + " " + detail,
                "/products/" + id + "/lineage");
    }

    private static Box dataset(@Nullable DatasetName dataset, String part, int x, int y) {
        if (dataset == null) {
            return new Box(x, y, "dataset", "dataset" + part, "", "dataset" + part, null);
        }
        String name = dataset.name() + part;
        return new Box(x, y, "dataset", tail(name), cut(dataset.namespace()), dataset.namespace() + ":" + name, null);
    }

    /** Names differ at their beginning. */
    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** Paths differ at their end. */
    private static String tail(String text) {
        return text.length() <= LONGEST ? text : "…" + text.substring(text.length() - LONGEST + 1);
    }

    /** One for all that is known of a step. */
    private static List<Arrow> arrows(List<Hop> hops, Map<Spot, Box> boxes) {
        Map<List<Spot>, List<Hop>> steps = hops.stream()
                .collect(Collectors.groupingBy(
                        hop -> List.of(hop.from(), hop.to()), LinkedHashMap::new, Collectors.toList()));
        List<Arrow> arrows = new ArrayList<>();
        steps.forEach((ends, known) -> {
            Box from = boxes.get(ends.getFirst());
            Box to = boxes.get(ends.getLast());
            if (from != null && to != null) {
                arrows.add(new Arrow(
                        path(from, to),
                        known.stream().anyMatch(hop -> !hop.declared()),
                        known.stream().map(LineageStep::how).distinct().collect(Collectors.joining("; "))));
            }
        });
        return arrows;
    }

    private static String path(Box from, Box to) {
        int x1 = from.x() + WIDTH;
        int y1 = from.y() + HEIGHT / 2;
        int x2 = to.x();
        int y2 = to.y() + HEIGHT / 2;
        int bend = Math.max(COLUMN_GAP / 2, Math.abs(x2 - x1) / 2);
        return String.format(Locale.ROOT, "M%d %d C%d %d %d %d %d %d", x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2);
    }
}
