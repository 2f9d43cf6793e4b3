package io.meshwork.cli.importing.source.duckdb;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What files can be imported. */
public enum FileFormat {
    CSV,
    JSON,
    PARQUET;

    /** As the ending says; empty for any other ending. */
    static Optional<FileFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "csv", "tsv" -> CSV;
                    case "json", "jsonl", "ndjson" -> JSON;
                    case "parquet" -> PARQUET;
                    default -> null;
                });
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
