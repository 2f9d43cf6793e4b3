package io.meshwork.schemas.topics;

import io.meshwork.schemas.compatibility.SchemaCompatibilityGate;
import io.meshwork.schemas.compatibility.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schemas that are out in the world, by file name, oldest release first. */
public record ReleasedSchemas(Map<String, List<Schema>> byFile) {

    /**
     * Reads every {@code .avsc} below a folder: those directly in it are the first release, each sub-folder is a later
     * one, in the order of their names.
     *
     * @throws UncheckedIOException when the folder cannot be read
     */
    public static ReleasedSchemas read(Path folder) {
        Map<String, List<Schema>> schemas = new LinkedHashMap<>();
        try {
            for (Path release : releases(folder)) {
                for (Path file : list(release)) {
                    if (file.toString().endsWith(".avsc")) {
                        schemas.computeIfAbsent(file.getFileName().toString(), name -> new ArrayList<>())
                                .add(new Schema.Parser().parse(file.toFile()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the released schemas in " + folder, e);
        }
        return new ReleasedSchemas(schemas);
    }

    /** Every way in which the current schemas break what was released; a topic that never was is new. */
    public List<Violation> check(TopicManifest manifest, TopicSchemas schemas) {
        var gate = new SchemaCompatibilityGate();
        List<Violation> violations = new ArrayList<>();
        for (Topic topic : manifest.topics()) {
            schemas.of(topic)
                    .map(schema -> gate.check(topic.name(), topic.compatibility(), schema, of(topic)))
                    .ifPresent(violations::addAll);
        }
        violations.addAll(droppedTopics(manifest));
        return violations;
    }

    private List<Violation> droppedTopics(TopicManifest manifest) {
        return byFile.keySet().stream()
                .filter(file -> manifest.topics().stream().noneMatch(topic -> file.equals(topic.schema())))
                .map(file -> new Violation(
                        file.replace(".avsc", ""),
                        Violation.Rule.TOPIC_REMOVED,
                        "the schema " + file,
                        "was released but no topic of the manifest uses it: its readers would wait for ever",
                        "putting the topic back into topics.yaml until its sunset"))
                .toList();
    }

    private List<Schema> of(Topic topic) {
        return topic.schema() == null ? List.of() : byFile.getOrDefault(topic.schema(), List.of());
    }

    private static List<Path> releases(Path folder) throws IOException {
        List<Path> releases = new ArrayList<>(List.of(folder));
        list(folder).stream().filter(Files::isDirectory).forEach(releases::add);
        return releases;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
