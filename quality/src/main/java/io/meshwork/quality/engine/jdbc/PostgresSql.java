package io.meshwork.quality.engine.jdbc;

import io.meshwork.quality.check.Constraint;
import io.meshwork.quality.engine.sql.Dialect;
import io.meshwork.quality.engine.sql.IsoForms;
import io.meshwork.quality.engine.sql.SqlText;
import java.util.Set;

/**
 * Values as PostgreSQL 16 and later judges them. It reads more as a number or a date than DuckDB does ({@code yesterday}, {@code Jan 5}),
 * so a text must have the form of one before it is asked.
 */
enum PostgresSql implements Dialect {
    INSTANCE;

    private static final Set<String> INTEGER = Set.of("smallint", "integer", "bigint");
    private static final Set<String> NUMBER = Set.of("numeric", "real", "double precision");
    private static final Set<String> OTHER = Set.of(
            "boolean",
            "date",
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone",
            "time with time zone",
            "jsonb");

    private static final String NUMBER_FORM = "^\\s*[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\s*$";

    /** Whether a value of this type is compared as what it is, and not as text. */
    static boolean isNative(String type) {
        return isNumber(type) || OTHER.contains(type) || type.endsWith("[]");
    }

    private static boolean isNumber(String type) {
        return INTEGER.contains(type) || NUMBER.contains(type);
    }

    static boolean isTime(String type) {
        return type.equals("date") || type.startsWith("time");
    }

    @Override
    public String text(String value, String type) {
        return type.equals("text") || type.equals("record") ? value : "CAST(" + value + " AS text)";
    }

    /** A {@code real} is the number that it shows: 10.1, and not the nearest 64-bit number to what is stored. */
    @Override
    public String number(String value, String type) {
        return isNumber(type) && !type.equals("real")
                ? value
                : read(text(value, type), NUMBER_FORM, "double precision");
    }

    @Override
    public String exact(String value, String type) {
        return "CASE WHEN abs(%1$s) < 1e29 THEN round(%1$s, 9) END".formatted(calculable(value, type));
    }

    /** Numbers of any size, since those of the hardware end in errors; by their text, which keeps all digits that are there. */
    @Override
    public String calculable(String value, String type) {
        return INTEGER.contains(type)
                ? "CAST(" + value + " AS numeric)"
                : "CASE WHEN %1$s THEN CAST(%2$s AS numeric) END"
                        .formatted(can(text(value, type), NUMBER_FORM, "double precision"), text(value, type));
    }

    @Override
    public String constant(String number) {
        return "CAST(" + number + " AS numeric)";
    }

    @Override
    public String micros(String declared, String value, String type) {
        boolean castable = isTime(type) && !type.startsWith("time ");
        boolean date = declared.equals("date");
        String time = castable
                ? "CAST(" + value + " AS timestamp with time zone)"
                : read(text(value, type), date ? IsoForms.DATE : IsoForms.TIMESTAMP, "timestamp with time zone");
        return "CASE WHEN isfinite(" + time + ") THEN EXTRACT(EPOCH FROM " + time + ") * 1000000 END";
    }

    @Override
    public String whole(String number) {
        return "CAST(" + number + " AS numeric)";
    }

    @Override
    public String ordered(String text) {
        return "(" + text + ") COLLATE \"C\"";
    }

    @Override
    public String conforms(String declared, String value, String type) {
        String text = text(value, type);
        return switch (declared) {
            case "integer" -> INTEGER.contains(type) ? "TRUE" : isWhole(value, type);
            case "number" -> isNumber(type) ? "TRUE" : can(text, NUMBER_FORM, "double precision");
            case "boolean" ->
                type.equals("boolean") ? "TRUE" : "lower(" + text + ") IN ('true', 'false', 't', 'f', '1', '0')";
            case "date" -> type.equals("date") ? "TRUE" : can(text, IsoForms.DATE, "date");
            case "timestamp" ->
                type.startsWith("timestamp") ? "TRUE" : can(text, IsoForms.TIMESTAMP, "timestamp with time zone");
            case "time" -> type.startsWith("time ") ? "TRUE" : can(text, IsoForms.TIME, "time without time zone");
            case "object" -> type.equals("record") ? "TRUE" : isJson(text, "object");
            case "array" -> type.endsWith("[]") ? "TRUE" : isJson(text, "array");
            default -> "TRUE";
        };
    }

    private String isWhole(String value, String type) {
        String number = number(value, type);
        return "coalesce(" + number + " NOT IN ('NaN', 'Infinity', '-Infinity') AND trunc(" + number + ") = " + number
                + ", FALSE)";
    }

    private static String isJson(String text, String kind) {
        return "CASE WHEN pg_input_is_valid(" + text + ", 'jsonb') THEN jsonb_typeof(CAST(" + text + " AS jsonb)) = '"
                + kind + "' ELSE FALSE END";
    }

    private static String can(String text, String form, String type) {
        return "(" + text + " ~ " + SqlText.literal(form) + " AND pg_input_is_valid(" + text + ", '" + type + "'))";
    }

    /** The text as a value of the type, null where it is none. */
    private static String read(String text, String form, String type) {
        return "CASE WHEN " + can(text, form, type) + " THEN CAST(" + text + " AS " + type + ") END";
    }

    /** @throws IllegalArgumentException when there is no such expression, see {@link PosixPattern} */
    @Override
    public String matches(String text, String pattern) {
        return "(" + text + " ~ " + SqlText.literal(PosixPattern.of(pattern).orElseThrow(IllegalArgumentException::new))
                + ")";
    }

    @Override
    public String isWithin(Constraint.TimeBound bound, String value, String type) {
        boolean time = bound.type().equals("time");
        String sql = time ? "time without time zone" : "timestamp with time zone";
        String form = time ? IsoForms.TIME : IsoForms.TIMESTAMP;
        String limit = "CAST(" + SqlText.literal(bound.value()) + " AS text)";
        boolean castable = time ? type.startsWith("time") : isTime(type) && !type.startsWith("time ");
        String own = castable ? "CAST(" + value + " AS " + sql + ")" : read(text(value, type), form, sql);
        return "CASE WHEN " + can(limit, form, sql) + " THEN coalesce(" + own
                + SqlText.comparison(bound.lower(), bound.inclusive()) + "CAST(" + limit + " AS " + sql
                + "), FALSE) ELSE TRUE END";
    }

    /** Text is not read by a format here, see {@link Limits}. */
    @Override
    public String isReadable(String format, String value, String type) {
        return "TRUE";
    }
}
