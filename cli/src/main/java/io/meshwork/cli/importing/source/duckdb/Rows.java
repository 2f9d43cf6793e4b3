package io.meshwork.cli.importing.source.duckdb;

import io.meshwork.contract.skeleton.FoundField;
import io.meshwork.contract.skeleton.FoundType;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A file as something that SQL can read.
 *
 * @param fields with the types that the file says, or that its first rows suggest
 * @param sql relation with the columns {@code c0, c1, …}: by place, since names can be anything
 * @param text its values are texts, whatever type they are supposed to have
 * @param named the names of the fields do not look like values
 */
record Rows(List<FoundField> fields, String sql, boolean text, boolean named) {

    static Rows of(FileFormat format, Path file, ConfinedDatabase database) throws SQLException, IOException {
        String path = SqlText.literal(file.toString());
        return switch (format) {
            case CSV -> csv(file, database);
            case JSON -> json(path, database);
            case PARQUET -> typed("read_parquet(" + path + ", hive_partitioning = false)", database);
        };
    }

    static String column(int index) {
        return "c" + index;
    }

    private static Rows typed(String source, ConfinedDatabase database) throws SQLException {
        List<FoundField> fields =
                fields(database.texts("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + source + ")"));
        return new Rows(fields, source + " AS t(" + columns(fields.size(), "") + ")", false, true);
    }

    /**
     * As a whole, since any object may have a key of its own. Where an object has hundreds of keys, DuckDB takes these for data,
     * which is right inside of a row, and wrong for the row itself unless most rows lack most of them.
     */
    private static Rows json(String path, ConfinedDatabase database) throws SQLException {
        String objects = "read_json(" + path + ", hive_partitioning = false, sample_size = -1, maximum_depth = 12";
        Rows rows = typed(objects + ")", database);
        boolean wide = rows.isOneValue()
                && "object".equals(rows.fields().getFirst().type().logical());
        Rows found = wide ? typed(objects + ", map_inference_threshold = -1)", database) : rows;
        List<FoundField> fields = found.fields().stream()
                .map(field -> new FoundField(field.name(), withoutPhysical(field.type())))
                .toList();
        return new Rows(fields, found.sql(), false, true);
    }

    /** JSON has no types of its own that would be worth telling. */
    private static FoundType withoutPhysical(FoundType type) {
        FoundType items = type.items();
        return new FoundType(
                type.logical(),
                null,
                type.options(),
                type.values(),
                items == null ? null : withoutPhysical(items),
                type.members().stream()
                        .map(member -> new FoundField(member.name(), withoutPhysical(member.type())))
                        .toList());
    }

    /** JSON values that are no objects come as one column of this name. */
    boolean isOneValue() {
        return fields.size() == 1
                && fields.getFirst().name().equals("json")
                && fields.getFirst().type().members().isEmpty();
    }

    /**
     * RFC 4180 with a header, which is the first record and no later one: names of columns are taken over, values must not be.
     * Types are guessed once, and the cells are then read as they are written.
     */
    private static Rows csv(Path file, ConfinedDatabase database) throws SQLException, IOException {
        String dialect = "(" + SqlText.literal(file.toString()) + ", delim = "
                + SqlText.literal(String.valueOf(CsvHeader.delimiter(file)))
                + ", quote = '\"', escape = '\"', comment = '', skip = 0";
        List<List<String>> columns =
                database.texts("SELECT c.name, c.type FROM (SELECT unnest(Columns) AS c FROM sniff_csv" + dialect
                        + ", header = true))");
        boolean header = database.texts("SELECT HasHeader::VARCHAR FROM sniff_csv" + dialect + ")").stream()
                .allMatch(row -> row.getFirst().equals("true"));
        String cells =
                "read_csv" + dialect + ", header = true, hive_partitioning = false, auto_detect = false, columns = {"
                        + columns(columns.size(), ": 'VARCHAR'") + "})";
        boolean named =
                header && !CsvHeader.isData(columns.stream().map(List::getFirst).toList());
        return new Rows(fields(columns), cells, true, named);
    }

    private static List<FoundField> fields(List<List<String>> namesAndTypes) {
        return namesAndTypes.stream()
                .map(one -> new FoundField(one.get(0), DuckDbType.parse(one.get(1))))
                .toList();
    }

    private static String columns(int count, String suffix) {
        return IntStream.range(0, count).mapToObj(i -> column(i) + suffix).collect(Collectors.joining(", "));
    }
}
