package io.meshwork.contract.read.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The logical types of ODCS, and the words that databases and languages use for them. */
public final class LogicalTypes {

    public static final List<String> ALL =
            List.of("string", "date", "timestamp", "time", "number", "integer", "object", "array", "boolean");

    private LogicalTypes() {}

    /** The logical type of a written type such as {@code decimal(10,2)} or {@code BIGINT}; empty when nobody knows it. */
    public static Optional<String> of(String written) {
        String bare = written.replaceFirst("[(<\\[].*", "").strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(
                switch (bare) {
                    case "string",
                            "text",
                            "varchar",
                            "nvarchar",
                            "char",
                            "nchar",
                            "character",
                            "uuid",
                            "enum",
                            "binary",
                            "bytes",
                            "xml" -> "string";
                    case "number", "numeric", "decimal", "double", "double precision", "float", "real", "money" ->
                        "number";
                    case "integer", "int", "int32", "int64", "long", "bigint", "smallint", "tinyint", "short", "byte" ->
                        "integer";
                    case "boolean", "bool", "bit" -> "boolean";
                    case "date" -> "date";
                    case "timestamp", "timestamptz", "datetime", "datetime2", "timestamp_ntz", "timestamp_tz" ->
                        "timestamp";
                    case "time" -> "time";
                    case "object", "struct", "record", "map", "json", "jsonb", "variant" -> "object";
                    case "array", "list" -> "array";
                    default -> null;
                });
    }
}
