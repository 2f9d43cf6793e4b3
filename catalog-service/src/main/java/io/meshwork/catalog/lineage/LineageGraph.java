package io.meshwork.catalog.lineage;

import java.util.List;
import java.util.Map;

/**
 * A part of the graph.
 *
 * @param roots where it starts
 * @param distances of all spots from the nearest root, in steps
 * @param products labels by id, of those in the catalog
 * @param datasets names by id
 * @param truncated there is more than was asked for or can be shown
 */
public record LineageGraph(
        List<Spot> roots,
        Map<Spot, Integer> distances,
        List<Hop> hops,
        Map<String, ProductLabel> products,
        Map<Long, DatasetName> datasets,
        boolean truncated) {}
