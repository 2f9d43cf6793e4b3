package io.meshwork.quality.engine.duckdb.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a worker runs.
 *
 * @param libraries folder of its native libraries
 */
public record Program(String mainClass, List<Path> classPath, Path libraries) {

    public Program {
        classPath = List.copyOf(classPath);
    }

    /** Puts together what the program needs, once for all workers. */
    public interface Installer {

        /** @throws IOException when it cannot be run here, with a message for people */
        Program into(Path folder) throws IOException;
    }
}
