package io.meshwork.quality;

import io.meshwork.quality.engine.duckdb.DuckDbSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How data is read.
 *
 * @param root folder under which all readable data lies; default {@code ./data}. Mount it read-only: DuckDB's permission to read a
 *     file is one to write it too
 * @param memoryLimit of one DuckDB instance, default 512 MB, at least 64 MB; there is one for compiled checks, and one in each
 *     process for queries of authors
 * @param threads of one instance, scans at a time, and processes for queries of authors at most; default 2
 * @param queryTimeout after which a query is given up, default 60 s, whole seconds
 * @param spillFolder where big sorts go, null for a folder below the system's temporary one
 * @param spillLimit of what one instance puts there, default 2 GB
 * @param connections databases whose tables are checked where they are, by a name of the operator's; default none
 * @param kafka topics that are checked on a window of their records
 * @param resultsCount how long what a tool reported counts, unless it reports again; default 7 days, more than 0
 * @param anomalies whether runs get hints about unusual numbers of rows and nulls; default false
 */
@ConfigurationProperties("mesh.quality")
record QualitySettings(
        @DefaultValue("data") Path root,
        @DefaultValue("512MB") DataSize memoryLimit,
        @DefaultValue("2") int threads,
        @DefaultValue("60s") Duration queryTimeout,
        @Nullable Path spillFolder,
        @DefaultValue("2GB") DataSize spillLimit,
        @DefaultValue Map<String, ConnectionSettings> connections,
        @DefaultValue TopicSettings kafka,
        @DefaultValue("7d") Duration resultsCount,
        @DefaultValue("false") boolean anomalies) {

    QualitySettings {
        if (resultsCount.isNegative() || resultsCount.isZero()) {
            throw new IllegalArgumentException("mesh.quality.results-count must be more than 0, such as 7d");
        }
    }

    DuckDbSettings ofEngine() {
        return new DuckDbSettings(
                root,
                memoryLimit.toMegabytes(),
                threads,
                queryTimeout,
                spillFolder == null ? DuckDbSettings.temporary() : spillFolder,
                spillLimit.toMegabytes());
    }

    /** Where windows of topics are while they are measured. */
    Path windows() {
        return kafka.folder() == null ? DuckDbSettings.temporary() : kafka.folder();
    }
}
