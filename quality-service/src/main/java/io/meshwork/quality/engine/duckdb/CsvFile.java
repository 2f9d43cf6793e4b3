package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it, with a header. We read the header ourselves: DuckDB's guessing of the dialect takes five times as long
 * as the scan of a small file. An empty cell is null.
 */
record CsvFile(Path path, String delimiter, Map<String, String> columns) implements Relation {

    static CsvFile open(Path path, @Nullable String delimiter) throws IOException {
        CsvHeader header = CsvHeader.read(path, delimiter);
        Map<String, String> columns = new LinkedHashMap<>();
        header.names().forEach(name -> columns.put(name, "VARCHAR"));
        return new CsvFile(path, header.delimiter(), columns);
    }

    @Override
    public String source(List<String> wanted) {
        String names = columns.keySet().stream()
                .map(name -> SqlText.literal(name) + ": 'VARCHAR'")
                .collect(Collectors.joining(", "));
        return "read_csv(" + dialect() + ", auto_detect = false, columns = {" + names + "})";
    }

    private String dialect() {
        return SqlText.literal(path.toString()) + ", delim = " + SqlText.literal(delimiter)
                + ", quote = '\"', escape = '\"', header = true, hive_partitioning = false";
    }

    @Override
    public @Nullable String value(Column column) {
        return column.isNested() ? null : SqlText.identifier(column.top());
    }

    @Override
    public String typedSource() {
        return "read_csv(" + dialect() + ")";
    }
}
