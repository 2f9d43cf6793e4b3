package io.meshwork.schemas.topics;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Every topic of the mesh, in the order of {@code topics.yaml}. */
public record TopicManifest(List<Topic> topics) {

    private static final String FILE = "topics.yaml";

    public TopicManifest {
        topics = List.copyOf(topics);
    }

    /**
     * The manifest this build was made with.
     *
     * @throws InvalidManifestException with every problem and its line
     */
    public static TopicManifest read() {
        try (InputStream in = TopicManifest.class.getResourceAsStream("/" + FILE)) {
            if (in == null) {
                throw new InvalidManifestException(List.of(FILE + " is not on the class path"));
            }
            return read(FILE, new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    /**
     * A manifest from elsewhere.
     *
     * @param source named in problems, such as a file name
     * @throws InvalidManifestException with every problem and its line
     */
    public static TopicManifest read(String source, Reader yaml) {
        return new TopicManifest(new ManifestReader(source).read(yaml));
    }

    /**
     * The topic with this name, without prefix and version.
     *
     * @throws IllegalArgumentException when the manifest has none
     */
    public Topic topic(String name) {
        return topics.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No topic `" + name + "` in " + FILE + "; it has "
                        + topics.stream().map(Topic::name).toList()));
    }
}
