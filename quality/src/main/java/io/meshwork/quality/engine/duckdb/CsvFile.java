package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.engine.sql.SqlText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it, with a header. We read the header ourselves: DuckDB's guessing of the dialect takes five times as long
 * as the scan of a small file. An empty cell is null.
 */
record CsvFile(Path path, String delimiter, Set<String> columns) implements FileRelation {

    static CsvFile open(Path path, @Nullable String delimiter) throws IOException {
        CsvHeader header = CsvHeader.read(path, delimiter);
        return new CsvFile(path, header.delimiter(), new LinkedHashSet<>(header.names()));
    }

    @Override
    public String rows(List<Column> wanted) {
        String types = columns.stream()
                .map(name -> SqlText.literal(name) + ": 'VARCHAR'")
                .collect(Collectors.joining(", "));
        return SqlText.select(
                wanted.stream().map(column -> SqlText.identifier(column.top())).toList(),
                "read_csv(" + dialect() + ", auto_detect = false, columns = {" + types + "})");
    }

    private String dialect() {
        return SqlText.literal(path.toString()) + ", delim = " + SqlText.literal(delimiter)
                + ", quote = '\"', escape = '\"', header = true, hive_partitioning = false";
    }

    @Override
    public String sqlType(Column column) {
        return "VARCHAR";
    }

    @Override
    public boolean hasNestedValues(Column column) {
        return false;
    }

    @Override
    public String typed() {
        return "SELECT * FROM read_csv(" + dialect() + ")";
    }
}
