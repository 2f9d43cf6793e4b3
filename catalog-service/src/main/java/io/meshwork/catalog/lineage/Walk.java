package io.meshwork.catalog.lineage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the data level by level; every spot is visited once, so circles end. */
final class Walk {

    /** Spots of one graph. */
    static final int MOST_SPOTS = 1_000;

    /** Steps that one level may have. */
    static final int MOST_HOPS = 5_000;

    private final LineageView view;
    private final List<Spot> roots;
    private final Map<Spot, Integer> distances = new LinkedHashMap<>();
    private final Set<Hop> hops = new LinkedHashSet<>();
    private boolean truncated;

    Walk(LineageView view, Collection<Spot> roots) {
        this.view = view;
        this.roots = List.copyOf(roots);
        roots.forEach(root -> distances.put(root, 0));
    }

    void follow(Direction direction, int depth) {
        Set<Spot> visited = new HashSet<>();
        Collection<Spot> frontier = roots;
        for (int distance = 1; distance <= depth && !frontier.isEmpty(); distance++) {
            visited.addAll(frontier);
            Set<Spot> next = new LinkedHashSet<>();
            LineageView.Hops found = view.hops(frontier, direction, MOST_HOPS);
            truncated |= found.cut();
            for (Hop hop : found.hops()) {
                Spot reached = direction == Direction.DOWNSTREAM ? hop.to() : hop.from();
                if (take(hop, reached, distance) && !visited.contains(reached)) {
                    next.add(reached);
                }
            }
            frontier = next;
        }
    }

    private boolean take(Hop hop, Spot reached, int distance) {
        if (!distances.containsKey(reached) && distances.size() >= MOST_SPOTS) {
            truncated = true;
            return false;
        }
        distances.merge(reached, distance, Math::min);
        hops.add(hop);
        return true;
    }

    /** Spots that are reached from the roots over steps that are certain. */
    Set<Spot> certain() {
        Map<Spot, List<Spot>> steps = new HashMap<>();
        hops.stream()
                .filter(Hop::certain)
                .forEach(hop -> steps.computeIfAbsent(hop.from(), spot -> new ArrayList<>())
                        .add(hop.to()));
        Set<Spot> certain = new HashSet<>();
        Deque<Spot> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Spot spot = open.remove();
            if (certain.add(spot)) {
                open.addAll(steps.getOrDefault(spot, List.of()));
            }
        }
        return certain;
    }

    Map<Spot, Integer> distances() {
        return distances;
    }

    List<Hop> hops() {
        return List.copyOf(hops);
    }

    boolean truncated() {
        return truncated;
    }
}
