package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Column;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parquet: types and nested values are the file's own. */
record ParquetFile(String source, Map<String, String> columns) implements Relation {

    static ParquetFile open(Path path, Queries queries) throws SQLException {
        String source = "read_parquet(" + SqlText.literal(path.toString()) + ", hive_partitioning = false)";
        return new ParquetFile(
                source, queries.pairs("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + source + ")"));
    }

    @Override
    public String source(List<String> wanted) {
        return source;
    }

    @Override
    public @Nullable String value(Column column) {
        return column.path().stream().map(SqlText::identifier).collect(Collectors.joining("."));
    }

    /** The type of a nested value is not in the list of columns; it is judged by its text. */
    @Override
    public String sqlType(Column column) {
        String type = column.isNested() ? null : columns.get(column.top());
        return type == null ? "UNKNOWN" : type;
    }

    @Override
    public String typedSource() {
        return source;
    }
}
