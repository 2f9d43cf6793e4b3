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

    /** Types are guessed by DuckDB from the text of the cells, not said by the file. */
    boolean isText() {
        return this == CSV;
    }

    /** SQL for the rows; a JSON file is looked at as a whole, since any object may have a key of its own. */
    String rows(Path file) {
        String path = SqlText.literal(file.toString()) + ", hive_partitioning = false";
        return switch (this) {
            case CSV -> "read_csv(" + path + ", header = true, quote = '\"', escape = '\"')";
            case JSON -> "read_json(" + path + ", sample_size = -1, maximum_depth = 12)";
            case PARQUET -> "read_parquet(" + path + ")";
        };
    }

    /** SQL for the rows with every cell as it is written; of a file with types, the same as {@link #rows}. */
    String cells(Path file) {
        String rows = rows(file);
        return isText() ? rows.substring(0, rows.length() - 1) + ", all_varchar = true)" : rows;
    }
}
