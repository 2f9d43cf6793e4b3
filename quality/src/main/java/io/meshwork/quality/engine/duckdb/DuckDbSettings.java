package io.meshwork.quality.engine.duckdb;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How data is read.
 *
 * @param root folder under which all readable data lies. Mount it read-only: DuckDB's permission to read a file is one to write it
 *     too
 * @param memoryMegabytes of one DuckDB instance, at least 64; there is one for compiled checks, and one in each process for
 *     queries of authors
 * @param threads of one instance, scans at a time, and processes at most
 * @param queryTimeout after which a query is given up, whole seconds
 * @param spillFolder where big sorts go
 * @param spillMegabytes limit of what one instance puts there
 */
public record DuckDbSettings(
        Path root, long memoryMegabytes, int threads, Duration queryTimeout, Path spillFolder, long spillMegabytes) {

    public DuckDbSettings {
        if (threads < 1 || queryTimeout.toSeconds() < 1 || memoryMegabytes < 64) {
            throw new IllegalArgumentException(
                    "reading data needs threads >= 1, a query timeout >= 1s and a memory limit >= 64MB, but has "
                            + threads
                            + ", " + queryTimeout + " and " + memoryMegabytes
                            + " MB (of the service: mesh.quality.threads, .query-timeout, .memory-limit)");
        }
        if (Confinement.hasSpecialCharacter(root.toAbsolutePath().toString())) {
            throw new IllegalArgumentException(
                    "the folder of the data (of the service: mesh.quality.root) must not contain any of * ? [ ] { } \\ but is "
                            + root.toAbsolutePath());
        }
    }

    /** What suits one person at one machine: 512 MB, two threads, a minute for a query. */
    public static DuckDbSettings under(Path root) {
        return new DuckDbSettings(root, 512, 2, Duration.ofSeconds(60), temporary(), 2048);
    }

    /** The same of another folder. */
    public DuckDbSettings at(Path other) {
        return new DuckDbSettings(other, memoryMegabytes, threads, queryTimeout, spillFolder, spillMegabytes);
    }

    /** A folder below the system's temporary one. */
    public static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"), "meshwork-quality");
    }
}
