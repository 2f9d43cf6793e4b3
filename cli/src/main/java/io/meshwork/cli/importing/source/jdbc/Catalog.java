package io.meshwork.cli.importing.source.jdbc;

import io.meshwork.cli.importing.source.duckdb.DuckDbType;
import io.meshwork.contract.skeleton.FoundField;
import io.meshwork.contract.skeleton.FoundType;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a database says about its tables. No table is read. */
final class Catalog {

    private static final List<String> NO_TABLES = List.of("INDEX", "SEQUENCE", "TYPE");
    private static final int MOST_TABLES = 10_000;

    /** Some databases call a schema a catalog. */
    record Table(
            @Nullable String catalog,
            @Nullable String schema,
            String name,
            String kind,
            @Nullable String remarks) {

        String place() {
            return schema != null ? schema : String.valueOf(catalog);
        }

        boolean isView() {
            return kind.toUpperCase(Locale.ROOT).contains("VIEW");
        }
    }

    private final Connection connection;
    private final DatabaseMetaData about;
    private final JdbcUrl url;

    Catalog(Connection connection, JdbcUrl url) throws SQLException {
        this.connection = connection;
        this.about = connection.getMetaData();
        this.url = url;
    }

    /** The tables and views of a schema. */
    List<Table> tables(String schema) throws SQLException {
        boolean schemas = about.supportsSchemasInTableDefinitions();
        String catalog = schemas ? null : schema;
        List<Table> tables = new ArrayList<>();
        try (ResultSet found = about.getTables(catalog, schemas ? exactly(schema) : null, "%", null)) {
            while (found.next() && tables.size() < MOST_TABLES) {
                String kind = String.valueOf(found.getString("TABLE_TYPE"));
                if (NO_TABLES.stream().noneMatch(kind.toUpperCase(Locale.ROOT)::contains)) {
                    tables.add(new Table(
                            found.getString("TABLE_CAT"),
                            found.getString("TABLE_SCHEM"),
                            found.getString("TABLE_NAME"),
                            kind,
                            found.getString("REMARKS")));
                }
            }
        }
        return tables;
    }

    /** With types, keys and references. */
    List<FoundField> columns(Table table) throws SQLException {
        Map<String, Integer> key = primaryKey(table);
        Set<String> unique = unique(table);
        Map<String, String> references = references(table);
        List<FoundField> columns = new ArrayList<>();
        try (ResultSet found = about.getColumns(table.catalog(), exactly(table.schema()), exactly(table.name()), "%")) {
            while (found.next()) {
                String name = found.getString("COLUMN_NAME");
                boolean counted = "YES".equals(text(found, "IS_AUTOINCREMENT"));
                columns.add(new FoundField(name, type(found))
                        .described(found.getString("REMARKS"))
                        .required(found.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls)
                        .unique(unique.contains(name) || (key.size() == 1 && key.containsKey(name)))
                        .key(key.get(name))
                        .byDefault(counted ? null : found.getString("COLUMN_DEF"))
                        .referringTo(references.get(name)));
            }
        }
        return columns;
    }

    private FoundType type(ResultSet column) throws SQLException {
        int code = column.getInt("DATA_TYPE");
        String name = String.valueOf(column.getString("TYPE_NAME"));
        if (url.isDuckDb()) {
            return DuckDbType.parse(name);
        }
        if (url.isPostgresql() && code == Types.VARCHAR && !name.equals("varchar") && !name.equals("text")) {
            List<String> labels = labels(name);
            if (!labels.isEmpty()) {
                return FoundType.oneOf(name, labels);
            }
        }
        int base = code == Types.DISTINCT ? column.getInt("SOURCE_DATA_TYPE") : code;
        return new ColumnType(base, name, column.getInt("COLUMN_SIZE"), column.getInt("DECIMAL_DIGITS")).found();
    }

    /** Of an enumeration of PostgreSQL, which JDBC has no question for. */
    private List<String> labels(String type) throws SQLException {
        List<String> labels = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT enumlabel FROM pg_catalog.pg_enum WHERE enumtypid = to_regtype(?) ORDER BY enumsortorder")) {
            query.setString(1, type);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    labels.add(found.getString(1));
                }
            }
        }
        return labels;
    }

    /** Columns with their places from 1. */
    private Map<String, Integer> primaryKey(Table table) throws SQLException {
        Map<Integer, String> byPlace = new TreeMap<>();
        try (ResultSet found = about.getPrimaryKeys(table.catalog(), table.schema(), table.name())) {
            while (found.next()) {
                byPlace.put(found.getInt("KEY_SEQ"), found.getString("COLUMN_NAME"));
            }
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        byPlace.values().forEach(column -> places.put(column, places.size() + 1));
        return places;
    }

    /** Columns that an index of their own, over all rows, keeps from having a value twice. */
    private Set<String> unique(Table table) {
        Map<String, List<@Nullable String>> indexes = new HashMap<>();
        try (ResultSet found = about.getIndexInfo(table.catalog(), table.schema(), table.name(), true, true)) {
            while (found.next()) {
                String index = found.getString("INDEX_NAME");
                if (index != null && !found.getBoolean("NON_UNIQUE")) {
                    boolean all = text(found, "FILTER_CONDITION") == null;
                    indexes.computeIfAbsent(index, name -> new ArrayList<>())
                            .add(all ? found.getString("COLUMN_NAME") : null);
                }
            }
        } catch (SQLException unknown) {
            return Set.of();
        }
        Set<String> unique = new HashSet<>();
        indexes.values().forEach(columns -> {
            String first = columns.getFirst();
            if (columns.size() == 1 && first != null) {
                unique.add(first);
            }
        });
        return unique;
    }

    private Map<String, String> references(Table table) {
        Map<String, String> references = new HashMap<>();
        try (ResultSet found = about.getImportedKeys(table.catalog(), table.schema(), table.name())) {
            while (found.next()) {
                String schema = found.getString("PKTABLE_SCHEM");
                references.putIfAbsent(
                        found.getString("FKCOLUMN_NAME"),
                        (schema == null ? "" : schema + ".") + found.getString("PKTABLE_NAME") + "."
                                + found.getString("PKCOLUMN_NAME"));
            }
        } catch (SQLException unknown) {
            return Map.of();
        }
        return references;
    }

    /** Metadata takes patterns, and an underscore in a name is one. */
    private @Nullable String exactly(@Nullable String name) throws SQLException {
        String escape = about.getSearchStringEscape();
        if (name == null || escape == null || escape.isEmpty()) {
            return name;
        }
        return name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    /** Columns of metadata that older drivers do not have. */
    private static @Nullable String text(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException unknown) {
            return null;
        }
    }
}
