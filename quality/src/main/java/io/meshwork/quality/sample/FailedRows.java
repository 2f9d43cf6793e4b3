package io.meshwork.quality.sample;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.engine.Rows;
import io.meshwork.quality.personal.Detector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A few rows that break one check.
 *
 * @param columns of the primary key, and those the check looks at
 * @param rows a value for each column, {@value #MASK} where it may tell something about a person, null where the data has none
 */
public record FailedRows(String check, String dataset, List<String> columns, List<List<@Nullable String>> rows) {

    public static final String MASK = "•••";

    public FailedRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Masks everything but what is known to be harmless.
     *
     * @param shown columns in which nobody found or declared personal data
     */
    public static FailedRows masked(String check, String dataset, Rows rows, Set<Column> shown) {
        List<List<@Nullable String>> masked = new ArrayList<>();
        for (List<@Nullable String> row : rows.values()) {
            List<@Nullable String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(cell(rows.columns().get(i), row.get(i), shown));
            }
            masked.add(cells);
        }
        return new FailedRows(
                check, dataset, rows.columns().stream().map(Column::toString).toList(), masked);
    }

    /** One e-mail address among harmless values does not make a column personal, but is masked all the same. */
    private static @Nullable String cell(Column column, @Nullable String value, Set<Column> shown) {
        if (value == null) {
            return null;
        }
        return shown.contains(column) && !Detector.looksPersonal(value) ? value.replaceAll("\\p{Cntrl}", "�") : MASK;
    }
}
