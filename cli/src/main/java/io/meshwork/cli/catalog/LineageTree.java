package io.meshwork.cli.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A lineage graph as indented lines. What was shown further up is named again, but not what lies behind it. */
final class LineageTree {

    /** Which way to follow the data. */
    enum Direction {
        UPSTREAM,
        DOWNSTREAM,
        BOTH
    }

    private static final String INDENT = "  ";

    private final JsonNode graph;
    private final Map<String, JsonNode> nodes = new LinkedHashMap<>();

    LineageTree(JsonNode graph) {
        this.graph = graph;
        graph.path("nodes").forEach(node -> nodes.put(text(node, "id"), node));
    }

    List<String> lines(Direction direction) {
        List<String> lines = new ArrayList<>();
        for (JsonNode root : graph.path("roots")) {
            String id = root.asString("");
            lines.add(label(id));
            if (direction != Direction.DOWNSTREAM) {
                add(lines, "made from", "to", "from", id);
            }
            if (direction != Direction.UPSTREAM) {
                add(lines, "used by", "from", "to", id);
            }
        }
        return lines;
    }

    private void add(List<String> lines, String heading, String near, String far, String root) {
        Map<String, Map<String, Set<String>>> steps = steps(near, far);
        List<String> found = new ArrayList<>();
        follow(found, steps, root, 2, new HashSet<>(Set.of(root)));
        lines.add(INDENT + heading + (found.isEmpty() ? ": nothing that is known" : ""));
        lines.addAll(found);
    }

    /** By the near end of a step: its far ends, and how each is known. */
    private Map<String, Map<String, Set<String>>> steps(String near, String far) {
        Map<String, Map<String, Set<String>>> steps = new LinkedHashMap<>();
        graph.path("edges")
                .forEach(edge -> steps.computeIfAbsent(text(edge, near), id -> new LinkedHashMap<>())
                        .computeIfAbsent(text(edge, far), id -> new TreeSet<>())
                        .add(how(edge)));
        return steps;
    }

    private void follow(
            List<String> lines,
            Map<String, Map<String, Set<String>>> steps,
            String from,
            int level,
            Set<String> shown) {
        Map<String, Set<String>> next = steps.getOrDefault(from, Map.of());
        Set<String> fresh = new LinkedHashSet<>();
        next.keySet().stream().filter(shown::add).forEach(fresh::add);
        next.forEach((id, how) -> {
            String again = fresh.contains(id) || !steps.containsKey(id) ? "" : ", see above";
            lines.add(INDENT.repeat(level) + label(id) + "  (" + String.join("; ", how) + again + ")");
            if (fresh.contains(id)) {
                follow(lines, steps, id, level + 1, shown);
            }
        });
    }

    private static String how(JsonNode edge) {
        String doubt = edge.path("certain").asBoolean(true) ? "" : ", perhaps";
        if (text(edge, "source").equals("declared")) {
            return "declared" + doubt;
        }
        JsonNode job = edge.path("job");
        String by = job.isObject() ? " job " + text(job, "namespace") + "/" + text(job, "name") : "";
        return "seen" + by + " " + text(edge, "lastSeen") + doubt;
    }

    private String label(String id) {
        JsonNode node = nodes.get(id);
        if (node == null) {
            return id;
        }
        String field = text(node, "field");
        String place = node.has("product") ? text(node, "product") + port(node) : place(node);
        return place
                + (field.isEmpty() ? "" : "#" + field)
                + (node.has("version") ? " " + text(node, "version") : "")
                + (node.has("inCatalog") && !node.path("inCatalog").asBoolean() ? ", not in the catalog" : "");
    }

    private static String place(JsonNode node) {
        String namespace = text(node, "namespace");
        return namespace.isEmpty() ? text(node, "name") : namespace + ":" + text(node, "name");
    }

    private static String port(JsonNode node) {
        return node.has("port") ? "/" + text(node, "port") : "";
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
