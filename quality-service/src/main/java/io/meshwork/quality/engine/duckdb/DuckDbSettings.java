package io.meshwork.quality.engine.duckdb;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How data is read.
 *
 * @param root folder under which all readable data lies; default {@code ./data}. Mount it read-only: DuckDB's permission to read a
 *     file is one to write it too
 * @param memoryLimit of one DuckDB instance, default 512 MB; there is one for compiled checks, and one more while an author's
 *     query runs
 * @param threads of one instance, and scans at a time; default 2
 * @param queryTimeout after which a query is given up, default 60 s, whole seconds
 * @param spillFolder where big sorts go, null for a folder below the system's temporary one
 * @param spillLimit of that folder, default 2 GB
 */
@ConfigurationProperties("mesh.quality")
public record DuckDbSettings(
        @DefaultValue("data") Path root,
        @DefaultValue("512MB") DataSize memoryLimit,
        @DefaultValue("2") int threads,
        @DefaultValue("60s") Duration queryTimeout,
        @Nullable Path spillFolder,
        @DefaultValue("2GB") DataSize spillLimit) {

    public DuckDbSettings {
        spillFolder =
                spillFolder == null ? Path.of(System.getProperty("java.io.tmpdir"), "meshwork-quality") : spillFolder;
        if (threads < 1 || queryTimeout.toSeconds() < 1 || memoryLimit.toMegabytes() < 64) {
            throw new IllegalArgumentException(
                    "mesh.quality needs threads >= 1, query-timeout >= 1s and memory-limit >= 64MB, but has " + threads
                            + ", " + queryTimeout + " and " + memoryLimit);
        }
        if (Confinement.hasSpecialCharacter(root.toAbsolutePath().toString())) {
            throw new IllegalArgumentException(
                    "mesh.quality.root must not contain any of * ? [ ] { } \\ but is " + root.toAbsolutePath());
        }
    }
}
