package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.engine.sql.SqlText;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Parquet: types and nested values are the file's own. */
record ParquetFile(String source, Map<String, String> types) implements FileRelation {

    static ParquetFile open(Path path, Queries queries) throws SQLException {
        String source = "read_parquet(" + SqlText.literal(path.toString()) + ", hive_partitioning = false)";
        return new ParquetFile(
                source, queries.pairs("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + source + ")"));
    }

    @Override
    public Set<String> columns() {
        return types.keySet();
    }

    @Override
    public String rows(List<Column> wanted) {
        return SqlText.select(wanted.stream().map(ParquetFile::value).toList(), source);
    }

    private static String value(Column column) {
        return column.path().stream().map(SqlText::identifier).collect(Collectors.joining("."));
    }

    /** The type of a nested value is not in the list of columns; it is judged by its text. */
    @Override
    public String sqlType(Column column) {
        return column.isNested() ? "UNKNOWN" : types.getOrDefault(column.top(), "UNKNOWN");
    }

    @Override
    public boolean hasNestedValues(Column column) {
        return true;
    }

    @Override
    public String typed() {
        return "SELECT * FROM " + source;
    }
}
