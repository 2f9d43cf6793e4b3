package io.meshwork.quality.engine.duckdb;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How data is read.
 *
 * @param root folder under which all readable data lies; default {@code ./data}. Mount it read-only: DuckDB's permission to read a
 *     file is one to write it too
 * @param memoryLimit of one DuckDB instance, default 512 MB; there are up to two, one for compiled checks and one while an
 *     author's query runs
 * @param threads of one instance, default 2
 * @param queryTimeout after which a query is given up, default 60 s, whole seconds
 * @param spillFolder where big sorts go, default a folder below the system's temporary one
 * @param spillLimit of that folder, default 2 GB
 */
@ConfigurationProperties("mesh.quality")
public record DuckDbSettings(
        @DefaultValue("data") Path root,
        @DefaultValue("512MB") DataSize memoryLimit,
        @DefaultValue("2") int threads,
        @DefaultValue("60s") Duration queryTimeout,
        @DefaultValue("${java.io.tmpdir}/meshwork-quality") Path spillFolder,
        @DefaultValue("2GB") DataSize spillLimit) {

    public DuckDbSettings {
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
