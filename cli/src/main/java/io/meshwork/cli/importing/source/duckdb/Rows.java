package io.meshwork.cli.importing.source.duckdb;

import io.meshwork.contract.skeleton.FoundField;
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
 */
record Rows(List<FoundField> fields, String sql, boolean text) {

    static Rows of(FileFormat format, Path file, ConfinedDatabase database) throws SQLException {
        String path = SqlText.literal(file.toString());
        return switch (format) {
            case CSV -> csv(path, database);
            // As a whole, since any object may have a key of its own.
            case JSON ->
                typed("read_json(" + path + ", hive_partitioning = false, sample_size = -1, maximum_depth = 12)", database);
            case PARQUET -> typed("read_parquet(" + path + ", hive_partitioning = false)", database);
        };
    }

    static String column(int index) {
        return "c" + index;
    }

    private static Rows typed(String source, ConfinedDatabase database) throws SQLException {
        List<FoundField> fields = fields(database.texts(
                "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + source + ")"));
        return new Rows(fields, source + " AS t(" + columns(fields.size(), "") + ")", false);
    }

    /** RFC 4180 with a header. The dialect is guessed once, and the cells are then read as they are written. */
    private static Rows csv(String path, ConfinedDatabase database) throws SQLException {
        String quoting = ", header = true, quote = '\"', escape = '\"'";
        List<List<String>> columns = database.texts("SELECT c.name, c.type, Delimiter, SkipRows::VARCHAR FROM"
                + " (SELECT Delimiter, SkipRows, unnest(Columns) AS c FROM sniff_csv(" + path + quoting + "))");
        String dialect = columns.isEmpty()
                ? ""
                : ", delim = " + SqlText.literal(columns.getFirst().get(2)) + ", skip = "
                        + Long.parseLong(columns.getFirst().get(3));
        String cells = "read_csv(" + path + quoting + dialect
                + ", hive_partitioning = false, auto_detect = false, columns = {"
                + columns(columns.size(), ": 'VARCHAR'") + "})";
        return new Rows(fields(columns), cells, true);
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
