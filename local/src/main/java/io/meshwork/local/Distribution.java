package io.meshwork.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of built programs, {@code local/target/dist}: jars, the registry, PostgreSQL. */
final class Distribution {

    private static final Path IN_REPOSITORY = Path.of("local", "target", "dist");

    private Distribution() {}

    /** As the system property {@code mesh.dist} says, else in the repository we are somewhere inside. */
    static Path find() {
        String chosen = System.getProperty("mesh.dist");
        return chosen != null ? Path.of(chosen) : above(Path.of("").toAbsolutePath());
    }

    /** The example products beside the module. */
    static Path examples(Path distribution) {
        return distribution.toAbsolutePath().resolve("../../../examples").normalize();
    }

    private static Path above(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve(IN_REPOSITORY);
            if (Files.isDirectory(candidate.resolve("registry"))) {
                return candidate;
            }
        }
        throw new IllegalStateException("the platform is not built: there is no " + IN_REPOSITORY + " at or above "
                + start + "; run 'mvn -pl local -am package' or set -Dmesh.dist");
    }
}
