package io.meshwork.quality.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file to be measured.
 *
 * @param location as the contract writes it: a path relative to the allowed root, or a {@code file:} URL; not trusted
 * @param delimiter between the cells of a CSV file, null when its header shall tell
 * @param decimals columns of a JSON file that hold decimals as text, since a number of JSON is read with 15 digits
 */
public record DataFile(
        String location, FileFormat format, @Nullable String delimiter, Map<String, DecimalType> decimals)
        implements Source {

    public DataFile {
        decimals = Map.copyOf(decimals);
    }

    public DataFile(String location, FileFormat format, @Nullable String delimiter) {
        this(location, format, delimiter, Map.of());
    }
}
