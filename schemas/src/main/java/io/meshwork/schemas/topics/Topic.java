package io.meshwork.schemas.topics;

import io.meshwork.schemas.compatibility.Compatibility;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One topic as the manifest declares it.
 *
 * @param name without the mesh's prefix and the version, such as {@code product.submitted}
 * @param key what the record key holds, for people
 * @param schema file name of the Avro schema of the values; null when the topic carries raw bytes (dead letters)
 * @param retention how long records are kept, of compacted topics how long tombstones are
 */
public record Topic(
        String name,
        String purpose,
        String key,
        @Nullable String schema,
        List<String> writtenBy,
        List<String> readBy,
        int partitions,
        Duration retention,
        Cleanup cleanup,
        Compatibility compatibility) {

    private static final Pattern MESH_NAME = Pattern.compile("[a-z0-9-]{1,63}");

    public Topic {
        writtenBy = List.copyOf(writtenBy);
        readBy = List.copyOf(readBy);
    }

    /** Whether topics can carry this name as their prefix. */
    public static boolean isMeshName(String name) {
        return MESH_NAME.matcher(name).matches();
    }

    /**
     * The name on the broker: {@code <mesh>.<name>.v1}.
     *
     * @throws IllegalArgumentException when the mesh's name is not {@code [a-z0-9-]{1,63}}
     */
    public String fullName(String meshName) {
        if (!isMeshName(meshName)) {
            throw new IllegalArgumentException("Mesh name `" + meshName
                    + "` is not usable: write 1 to 63 lower-case letters, digits or hyphens (mesh.name)");
        }
        return meshName + "." + name + ".v1";
    }

    /** The registry's subject for the values of this topic. */
    public String subject(String meshName) {
        return fullName(meshName) + "-value";
    }
}
