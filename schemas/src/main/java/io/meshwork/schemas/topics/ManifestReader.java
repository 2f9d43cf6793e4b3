package io.meshwork.schemas.topics;

import io.meshwork.schemas.compatibility.Compatibility;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the nodes rather than objects, so that each problem can name its line. */
final class ManifestReader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private final String source;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    ManifestReader(String source) {
        this.source = source;
    }

    List<Topic> read(Reader yaml) {
        List<Topic> topics = new ArrayList<>();
        for (Node entry : entries(compose(yaml))) {
            topic(entry).ifPresent(topics::add);
        }
        if (!problems.isEmpty()) {
            throw new InvalidManifestException(problems);
        }
        return topics;
    }

    private @Nullable Node compose(Reader yaml) {
        try {
            return new Yaml(new LoaderOptions()).compose(yaml);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidManifestException(List.of(source + ":" + line + ": not YAML: " + e.getProblem()));
        }
    }

    private List<Node> entries(@Nullable Node root) {
        if (root instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("topics")
                        && tuple.getValueNode() instanceof SequenceNode list
                        && !list.getValue().isEmpty()) {
                    return list.getValue();
                }
            }
        }
        throw new InvalidManifestException(List.of(source + ": must hold a list of topics under `topics:`"));
    }

    private Optional<Topic> topic(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            problems.add(source + ":" + (node.getStartMark().getLine() + 1) + ": a topic must be a mapping");
            return Optional.empty();
        }
        int before = problems.size();
        var entry = new ManifestEntry(source, mapping, problems);
        Topic topic = topic(entry);
        check(topic, entry);
        return problems.size() == before ? Optional.of(topic) : Optional.empty();
    }

    private static Topic topic(ManifestEntry entry) {
        boolean hasSchema = entry.has("schema");
        return new Topic(
                entry.text("name"),
                entry.text("purpose"),
                entry.text("key"),
                hasSchema ? entry.text("schema") : null,
                entry.texts("writer"),
                entry.texts("readers"),
                entry.positive("partitions"),
                entry.duration("retention"),
                entry.oneOf("cleanup", Cleanup.DELETE),
                hasSchema ? entry.oneOf("compatibility", Compatibility.NONE) : Compatibility.NONE);
    }

    private void check(Topic topic, ManifestEntry entry) {
        entry.refuseOthersThan(Set.of(
                "name",
                "purpose",
                "key",
                "schema",
                "writer",
                "readers",
                "partitions",
                "retention",
                "cleanup",
                "compatibility"));
        if (entry.has("name") && !NAME.matcher(topic.name()).matches()) {
            entry.problem("name", "must be dotted lower-case words such as `product.submitted`");
        }
        if (!names.add(topic.name())) {
            entry.problem("name", "`" + topic.name() + "` is declared twice; keep one");
        }
        if (topic.schema() == null && entry.has("compatibility")) {
            entry.problem("compatibility", "needs a `schema`; name the file or drop it");
        }
    }
}
