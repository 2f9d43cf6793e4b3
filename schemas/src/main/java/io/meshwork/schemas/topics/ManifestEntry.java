package io.meshwork.schemas.topics;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One topic's mapping; a value that is not usable becomes a problem and a placeholder that is never handed out. */
final class ManifestEntry {

    private final String source;
    private final MappingNode node;
    private final List<String> problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    ManifestEntry(String source, MappingNode node, List<String> problems) {
        this.source = source;
        this.node = node;
        this.problems = problems;
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                values.put(key.getValue(), tuple.getValueNode());
            } else {
                problems.add(source + ":" + (tuple.getKeyNode().getStartMark().getLine() + 1)
                        + ": a property's name must be a text");
            }
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        if (values.get(key) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        problem(key, "is missing; give a text");
        return "";
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (values.get(key) instanceof SequenceNode list) {
            list.getValue().forEach(item -> {
                if (item instanceof ScalarNode scalar) {
                    texts.add(scalar.getValue());
                }
            });
        }
        if (texts.isEmpty()) {
            problem(key, "must be a list with at least one name, such as [catalog]");
        }
        return texts;
    }

    int positive(String key) {
        String text = scalar(key);
        if (text.matches("[1-9][0-9]{0,5}")) {
            return Integer.parseInt(text);
        }
        problem(key, "must be a whole number of at least 1, found `" + text + "`");
        return 1;
    }

    Duration duration(String key) {
        String text = scalar(key);
        try {
            Duration duration = Duration.parse(text);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Told below, in the same words as a duration that is not positive.
        }
        problem(key, "must be a positive ISO-8601 duration such as P7D, found `" + text + "`");
        return Duration.ZERO;
    }

    /** @param placeholder names the type; never handed out when the value is not one of its constants */
    <E extends Enum<E>> E oneOf(String key, E placeholder) {
        String text = scalar(key);
        E[] constants = placeholder.getDeclaringClass().getEnumConstants();
        for (E constant : constants) {
            if (constant.name().equals(text.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        problem(key, "must be one of " + Arrays.toString(constants) + ", found `" + text + "`");
        return placeholder;
    }

    void refuseOthersThan(Set<String> known) {
        values.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> problem(key, "is not a property of a topic; drop or correct it"));
    }

    void problem(String key, String text) {
        Node at = values.getOrDefault(key, node);
        problems.add("%s:%d: topic `%s`: `%s` %s"
                .formatted(source, at.getStartMark().getLine() + 1, scalar("name"), key, text));
    }

    private String scalar(String key) {
        @Nullable Node value = values.get(key);
        return value instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
