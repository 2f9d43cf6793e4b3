package io.meshwork.quality.engine;

import io.meshwork.quality.check.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that break a rule; they may hold personal data.
 *
 * @param columns whose values the rows have
 * @param values a list for each row, cut to {@value #LONGEST_VALUE} characters; null where the data has null
 */
public record Rows(List<Column> columns, List<List<@Nullable String>> values) {

    public static final int LONGEST_VALUE = 80;

    public Rows {
        columns = List.copyOf(columns);
        values = List.copyOf(values);
    }
}
