package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.engine.ColumnFigures;
import java.util.List;
import java.util.regex.Pattern;

/** The figures of one column as expressions of an aggregate. */
record ColumnSql(String name, String sqlType) {

    private static final Pattern NESTED = Pattern.compile("STRUCT.*|MAP.*|UNION.*|.*]|BLOB|BIT|GEOMETRY.*|VARIANT");
    private static final Pattern TEXT = Pattern.compile("VARCHAR|UNKNOWN|JSON");

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

    /** What the figures are made of, computed once a row: the planner's time grows with the square of the expressions. */
    List<String> parts() {
        if (isNested()) {
            return List.of();
        }
        String text = text();
        String cut = "left(%s, %d) AS %s".formatted(text, ColumnFigures.LONGEST_VALUE, sample());
        if (!isText()) {
            return List.of(cut);
        }
        String number = DuckDbSql.number(text);
        return List.of(
                cut,
                "length(" + text + ") AS " + length(),
                "CASE WHEN isfinite(%1$s) THEN %1$s END AS %2$s".formatted(number, number()));
    }

    private String text() {
        return isText() && !sqlType.equals("UNKNOWN") ? name : "CAST(" + name + " AS VARCHAR)";
    }

    /** The value as text, one character longer than what is kept where it is too long. */
    String whole() {
        return "left(" + text() + ", " + (ColumnFigures.LONGEST_VALUE + 1) + ")";
    }

    /** As {@link RawFigures#from} reads them; those that make no sense for the type are null. */
    List<String> figures() {
        String filled = "count(" + name + ")";
        if (isNested()) {
            return List.of(filled, "NULL", "NULL", "NULL", "NULL", "NULL", "NULL", "NULL", "NULL");
        }
        String distinct = "approx_count_distinct(" + name + ")";
        if (!isText()) {
            return List.of(
                    filled, distinct, bound("min", name), bound("max", name), "NULL", "NULL", "NULL", "NULL", "NULL");
        }
        return List.of(
                filled,
                distinct,
                bound("min", sample()),
                bound("max", sample()),
                "min(" + length() + ")",
                "max(" + length() + ")",
                "count(" + number() + ")",
                "min(" + number() + ")",
                "max(" + number() + ")");
    }

    /** The value as text, cut, as an expression on the parts. */
    String sample() {
        return isNested() ? "NULL" : name + "_text";
    }

    private String length() {
        return name + "_length";
    }

    private String number() {
        return name + "_number";
    }

    private static String bound(String function, String value) {
        return "left(CAST(" + function + "(" + value + ") AS VARCHAR), " + RawFigures.LONGEST_BOUND + ")";
    }
}
