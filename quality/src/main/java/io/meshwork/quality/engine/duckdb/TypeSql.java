package io.meshwork.quality.engine.duckdb;

import java.util.regex.Pattern;

/** Whether a value is of a logical type, as a condition in SQL. */
final class TypeSql {

    private static final Pattern INTEGER = Pattern.compile("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?");
    private static final Pattern NUMBER = Pattern.compile("FLOAT|DOUBLE|DECIMAL.*");

    private TypeSql() {}

    static boolean isNumber(String sqlType) {
        return INTEGER.matcher(sqlType).matches() || NUMBER.matcher(sqlType).matches();
    }

    /**
     * A condition that is never null for a value that is not null.
     *
     * @param declared logical type of the contract; one that we do not know is not judged
     * @param text the value as text
     */
    static String conforms(String declared, String sqlType, String text) {
        if (isOfType(declared, sqlType)) {
            return "TRUE";
        }
        return switch (declared) {
            case "integer" ->
                "coalesce(isfinite(" + number(text) + ") AND trunc(" + number(text) + ") = " + number(text)
                        + ", FALSE)";
            case "number" -> "coalesce(isfinite(" + number(text) + "), FALSE)";
            case "boolean" -> casts(text, "BOOLEAN");
            case "date" -> casts(text, "DATE");
            case "timestamp" -> casts(text, "TIMESTAMPTZ");
            case "time" -> casts(text, "TIME");
            case "object" -> "coalesce(json_type(TRY_CAST(" + text + " AS JSON)) = 'OBJECT', FALSE)";
            case "array" -> "coalesce(json_type(TRY_CAST(" + text + " AS JSON)) = 'ARRAY', FALSE)";
            default -> "TRUE";
        };
    }

    private static boolean isOfType(String declared, String sqlType) {
        return switch (declared) {
            case "integer" -> INTEGER.matcher(sqlType).matches();
            case "number" -> isNumber(sqlType);
            case "boolean" -> sqlType.equals("BOOLEAN");
            case "date" -> sqlType.equals("DATE");
            case "timestamp" -> sqlType.startsWith("TIMESTAMP");
            case "time" -> sqlType.equals("TIME") || sqlType.startsWith("TIME WITH");
            case "object" -> sqlType.startsWith("STRUCT") || sqlType.startsWith("MAP");
            case "array" -> sqlType.endsWith("]");
            default -> true;
        };
    }

    static String number(String text) {
        return "TRY_CAST(" + text + " AS DOUBLE)";
    }

    private static String casts(String text, String type) {
        return "TRY_CAST(" + text + " AS " + type + ") IS NOT NULL";
    }
}
