package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Constraint;
import io.meshwork.quality.engine.sql.Dialect;
import io.meshwork.quality.engine.sql.IsoForms;
import io.meshwork.quality.engine.sql.SqlText;
import java.util.regex.Pattern;

/** Values as DuckDB judges them. */
enum DuckDbSql implements Dialect {
    INSTANCE;

    private static final Pattern INTEGER = Pattern.compile("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?");
    private static final Pattern WHOLE = Pattern.compile("DECIMAL\\(\\d+, ?0\\)");
    private static final Pattern NUMBER = Pattern.compile("FLOAT|DOUBLE|DECIMAL.*");

    static boolean isNumber(String type) {
        return INTEGER.matcher(type).matches() || NUMBER.matcher(type).matches();
    }

    @Override
    public String text(String value, String type) {
        return type.equals("VARCHAR") ? value : "CAST(" + value + " AS VARCHAR)";
    }

    @Override
    public String number(String value, String type) {
        return isNumber(type) ? value : number(text(value, type));
    }

    static String number(String text) {
        return "TRY_CAST(" + text + " AS DOUBLE)";
    }

    @Override
    public String exact(String value, String type) {
        return "TRY_CAST(" + (isNumber(type) && !type.equals("FLOAT") ? value : text(value, type))
                + " AS DECIMAL(38, 9))";
    }

    @Override
    public String calculable(String value, String type) {
        String number =
                isNumber(type) && !type.equals("FLOAT") ? "CAST(" + value + " AS DOUBLE)" : number(text(value, type));
        return "CASE WHEN isfinite(" + number + ") THEN " + number + " END";
    }

    @Override
    public String constant(String number) {
        return "CAST(" + number + " AS DOUBLE)";
    }

    @Override
    public String micros(String declared, String value, String type) {
        String text = text(value, type);
        String time = type.equals("DATE") || type.startsWith("TIMESTAMP")
                ? "TRY_CAST(" + value + " AS TIMESTAMPTZ)"
                : "CASE WHEN regexp_matches(" + text + ", "
                        + SqlText.literal(declared.equals("date") ? IsoForms.DATE : IsoForms.TIMESTAMP)
                        + ") THEN TRY_CAST(" + text + " AS TIMESTAMPTZ) END";
        return "CASE WHEN isfinite(" + time + ") THEN CAST(epoch_us(" + time + ") AS HUGEINT) END";
    }

    @Override
    public String whole(String number) {
        return "CAST(" + number + " AS HUGEINT)";
    }

    @Override
    public String ordered(String text) {
        return text;
    }

    @Override
    public String conforms(String declared, String value, String type) {
        if (isOfType(declared, type)) {
            return "TRUE";
        }
        String text = text(value, type);
        return switch (declared) {
            case "integer" -> isWhole(number(value, type));
            case "number" -> "coalesce(isfinite(" + number(text) + "), FALSE)";
            case "boolean" -> "lower(" + text + ") IN ('true', 'false', 't', 'f', '1', '0')";
            case "date" -> casts(text, IsoForms.DATE, "DATE");
            case "timestamp" -> casts(text, IsoForms.TIMESTAMP, "TIMESTAMPTZ");
            case "time" -> casts(text, IsoForms.TIME, "TIME");
            case "object" -> "coalesce(json_type(TRY_CAST(" + text + " AS JSON)) = 'OBJECT', FALSE)";
            case "array" -> "coalesce(json_type(TRY_CAST(" + text + " AS JSON)) = 'ARRAY', FALSE)";
            default -> "TRUE";
        };
    }

    private static String isWhole(String number) {
        return "coalesce(isfinite(CAST(" + number + " AS DOUBLE)) AND trunc(" + number + ") = " + number + ", FALSE)";
    }

    private static boolean isOfType(String declared, String type) {
        return switch (declared) {
            case "integer" ->
                INTEGER.matcher(type).matches() || WHOLE.matcher(type).matches();
            case "number" -> isNumber(type);
            case "boolean" -> type.equals("BOOLEAN");
            case "date" -> type.equals("DATE");
            case "timestamp" -> type.startsWith("TIMESTAMP");
            case "time" -> type.equals("TIME") || type.startsWith("TIME WITH");
            case "object" -> type.startsWith("STRUCT") || type.startsWith("MAP");
            case "array" -> type.endsWith("]");
            default -> true;
        };
    }

    private static String casts(String text, String form, String type) {
        return "(regexp_matches(" + text + ", " + SqlText.literal(form) + ") AND TRY_CAST(" + text + " AS " + type
                + ") IS NOT NULL)";
    }

    @Override
    public String matches(String text, String pattern) {
        return "regexp_matches(" + text + ", " + SqlText.literal(pattern) + ")";
    }

    @Override
    public String isWithin(Constraint.TimeBound bound, String value, String type) {
        String sql = bound.type().equals("time") ? "TIME" : "TIMESTAMPTZ";
        String limit = "TRY_CAST(" + SqlText.literal(bound.value()) + " AS " + sql + ")";
        return "coalesce(TRY_CAST(" + text(value, type) + " AS " + sql + ")"
                + SqlText.comparison(bound.lower(), bound.inclusive()) + limit + ", " + limit + " IS NULL)";
    }

    @Override
    public String isReadable(String format, String value, String type) {
        return type.equals("DATE") || type.startsWith("TIME")
                ? "TRUE"
                : "try_strptime(" + text(value, type) + ", " + SqlText.literal(format) + ") IS NOT NULL";
    }
}
