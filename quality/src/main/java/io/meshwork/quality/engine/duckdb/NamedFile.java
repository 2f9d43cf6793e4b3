package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.engine.sql.SqlText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A relation as people write it: by the location of the contract, without the machine's path and the reader's options. */
record NamedFile(FileRelation relation, String location) implements FileRelation {

    @Override
    public Set<String> columns() {
        return relation.columns();
    }

    @Override
    public String rows(List<Column> wanted) {
        return SqlText.select(
                wanted.stream()
                        .map(column ->
                                column.path().stream().map(SqlText::identifier).collect(Collectors.joining(".")))
                        .toList(),
                SqlText.literal(location));
    }

    @Override
    public String sqlType(Column column) {
        return relation.sqlType(column);
    }

    @Override
    public boolean hasNestedValues(Column column) {
        return relation.hasNestedValues(column);
    }

    @Override
    public String typed() {
        return "SELECT * FROM " + SqlText.literal(location);
    }
}
