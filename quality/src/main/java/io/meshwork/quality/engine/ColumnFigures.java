package io.meshwork.quality.engine;

import io.meshwork.quality.check.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds, by one look at the data.
 *
 * @param column as the caller named it; one that nobody named has the name that the file gives it
 * @param type number, date, timestamp, time, boolean, text, or nested for what has no single value
 * @param filled values that are not null
 * @param distinct estimate, off by a few percent
 * @param least smallest value as text, null when there is none or the type has no order; longest 100 characters
 * @param shortest characters of the shortest text, null for other types
 * @param sample of values that are not null, cut to {@value #LONGEST_VALUE} characters; may hold personal data
 */
public record ColumnFigures(
        Column column,
        String type,
        long filled,
        long distinct,
        @Nullable String least,
        @Nullable String greatest,
        @Nullable Long shortest,
        @Nullable Long longest,
        List<String> sample) {

    public static final int LONGEST_VALUE = 256;

    public ColumnFigures {
        sample = List.copyOf(sample);
    }

    public boolean isText() {
        return type.equals("text");
    }
}
