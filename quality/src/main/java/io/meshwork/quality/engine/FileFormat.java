package io.meshwork.quality.engine;

import io.meshwork.contract.model.OutputPort;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file formats that can be read. */
public enum FileFormat {
    PARQUET,
    CSV,
    JSON;

    /** The format the port names, else the one that the ending of its location tells. */
    static Optional<FileFormat> of(OutputPort port) {
        return port.format() != null ? ofWord(port.format()) : ofEnding(port.location());
    }

    private static Optional<FileFormat> ofEnding(@Nullable String location) {
        int dot = location == null ? -1 : location.lastIndexOf('.');
        return location == null || dot < 0 ? Optional.empty() : ofWord(location.substring(dot + 1));
    }

    private static Optional<FileFormat> ofWord(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "parquet" -> Optional.of(PARQUET);
            case "csv", "tsv" -> Optional.of(CSV);
            case "json", "jsonl", "ndjson" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }
}
