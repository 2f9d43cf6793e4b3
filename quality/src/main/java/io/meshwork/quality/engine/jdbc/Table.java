package io.meshwork.quality.engine.jdbc;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.engine.DataTable;
import io.meshwork.quality.engine.sql.Relation;
import io.meshwork.quality.engine.sql.SqlText;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table or view of PostgreSQL. Text is compared byte by byte whatever its collation; what has no order of its own, such as enums
 * and addresses, is taken as text.
 */
record Table(String schema, String name, Map<String, String> types) implements Relation {

    private static final String FIND = """
            select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relname in (?, lower(?)) and c.relkind in ('r', 'p', 'v', 'm', 'f')
            order by c.relname = ? desc limit 1""";

    /** Domains by what they are made of. */
    private static final String COLUMNS = """
            select a.attname, case t.typtype when 'c' then 'record' when 'e' then 'text'
              else format_type(case t.typtype when 'd' then t.typbasetype else t.oid end, null) end
            from pg_attribute a join pg_type t on t.oid = a.atttypid
            where a.attrelid = ? and a.attnum > 0 and not a.attisdropped order by a.attnum""";

    private record Found(long oid, String name) {}

    private record Typed(String column, String type) {}

    static Optional<Table> open(DataTable table, Snapshot snapshot) throws SQLException {
        List<Found> found = snapshot.query(
                FIND,
                row -> new Found(row.getLong(1), row.getString(2)),
                table.schema(),
                table.name(),
                table.name(),
                table.name());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> types = new LinkedHashMap<>();
        snapshot.query(
                        COLUMNS,
                        row -> new Typed(row.getString(1), row.getString(2)),
                        found.getFirst().oid())
                .forEach(typed -> types.put(typed.column(), typed.type()));
        return Optional.of(new Table(table.schema(), found.getFirst().name(), types));
    }

    @Override
    public Set<String> columns() {
        return types.keySet();
    }

    @Override
    public String rows(List<Column> wanted) {
        return SqlText.select(
                wanted.stream().map(this::value).toList(), SqlText.identifier(schema) + "." + SqlText.identifier(name));
    }

    private String value(Column column) {
        String top = SqlText.identifier(column.top());
        String type = types.getOrDefault(column.top(), "text");
        if (column.isNested()) {
            String path = column.path().stream().skip(1).map(SqlText::literal).collect(Collectors.joining(", "));
            return "jsonb_extract_path_text(CAST(" + top + " AS jsonb), " + path + ") COLLATE \"C\"";
        }
        if (type.equals("json")) {
            return "CAST(" + top + " AS jsonb)";
        }
        return PostgresSql.isNative(type) ? top : "CAST(" + top + " AS text) COLLATE \"C\"";
    }

    @Override
    public String sqlType(Column column) {
        String type = column.isNested() ? "text" : types.getOrDefault(column.top(), "text");
        return switch (type) {
            case "json" -> "jsonb";
            case "record" -> type;
            default -> PostgresSql.isNative(type) ? type : "text";
        };
    }

    @Override
    public boolean hasNestedValues(Column column) {
        return switch (types.getOrDefault(String.valueOf(actualName(column.top())), "")) {
            case "json", "jsonb" -> true;
            default -> false;
        };
    }
}
