package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.engine.ColumnFigures;
import java.util.List;
import java.util.regex.Pattern;

/** The figures of one column as expressions of an aggregate; {@code keep} says which rows are sampled. */
record ColumnSql(String name, String sqlType) {

    /** Expressions for each column; those that make no sense for its type are null. */
    static final int WIDTH = 10;

    private static final Pattern NESTED = Pattern.compile("STRUCT.*|MAP.*|UNION.*|.*]|BLOB|BIT|GEOMETRY.*|VARIANT");
    private static final Pattern TEXT = Pattern.compile("VARCHAR|UNKNOWN|JSON");
    private static final int LONGEST_BOUND = 100;

    boolean isNested() {
        return NESTED.matcher(sqlType).matches();
    }

    boolean isText() {
        return TEXT.matcher(sqlType).matches();
    }

    /** What the file says of the type; text may hold anything. */
    String type() {
        if (isNested()) {
            return "nested";
        }
        if (isText()) {
            return "text";
        }
        return DuckDbSql.isNumber(sqlType)
                ? "number"
                : sqlType.equals("DATE")
                        ? "date"
                        : sqlType.startsWith("TIMESTAMP")
                                ? "timestamp"
                                : sqlType.startsWith("TIME") ? "time" : sqlType.equals("BOOLEAN") ? "boolean" : "text";
    }

    List<String> figures() {
        String filled = "count(" + name + ")";
        if (isNested()) {
            return List.of(filled, "NULL", "NULL", "NULL", "NULL", "NULL", "NULL", "NULL", "NULL", "NULL");
        }
        String text = isText() && !sqlType.equals("UNKNOWN") ? name : "CAST(" + name + " AS VARCHAR)";
        String distinct = "approx_count_distinct(" + (isText() ? text : name) + ")";
        String sample = "list(left(%s, %d)) FILTER (WHERE keep AND %s IS NOT NULL)"
                .formatted(text, ColumnFigures.LONGEST_VALUE, name);
        if (!isText()) {
            return List.of(
                    filled,
                    distinct,
                    bound("min", name),
                    bound("max", name),
                    "NULL",
                    "NULL",
                    "NULL",
                    "NULL",
                    "NULL",
                    sample);
        }
        String number = DuckDbSql.number(text);
        String finite = "CASE WHEN isfinite(" + number + ") THEN " + number + " END";
        return List.of(
                filled,
                distinct,
                "min(left(" + text + ", " + LONGEST_BOUND + "))",
                "max(left(" + text + ", " + LONGEST_BOUND + "))",
                "min(length(" + text + "))",
                "max(length(" + text + "))",
                "count(" + finite + ")",
                "min(" + finite + ")",
                "max(" + finite + ")",
                sample);
    }

    private static String bound(String function, String name) {
        return "left(CAST(" + function + "(" + name + ") AS VARCHAR), " + LONGEST_BOUND + ")";
    }
}
