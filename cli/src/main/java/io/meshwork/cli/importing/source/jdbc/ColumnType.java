package io.meshwork.cli.importing.source.jdbc;

import io.meshwork.contract.read.value.LogicalTypes;
import io.meshwork.contract.skeleton.FoundType;
import java.sql.Types;
import java.util.List;
import java.util.Locale;

/**
 * The type of a column as a driver tells it.
 *
 * @param code of {@link Types}; of a domain, that of what it is made of
 * @param size characters or digits, 0 when the driver does not say
 * @param scale digits behind the point
 */
record ColumnType(int code, String name, int size, int scale) {

    private static final int LONGEST = 10_485_760;

    FoundType found() {
        return switch (code) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> FoundType.of("integer", name);
            case Types.DECIMAL, Types.NUMERIC -> decimal();
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> FoundType.of("number", name);
            case Types.BOOLEAN -> FoundType.of("boolean", name);
            case Types.BIT -> FoundType.of(size > 1 ? "string" : "boolean", name);
            case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR -> text();
            case Types.LONGVARCHAR, Types.LONGNVARCHAR, Types.CLOB, Types.NCLOB, Types.SQLXML ->
                FoundType.of("string", name);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.ROWID ->
                FoundType.of("string", name);
            case Types.DATE -> FoundType.of("date", name);
            case Types.TIME, Types.TIME_WITH_TIMEZONE -> FoundType.of("time", name);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> FoundType.of("timestamp", name);
            case Types.STRUCT -> FoundType.object(name, List.of());
            case Types.ARRAY -> FoundType.arrayOf(byName(name.startsWith("_") ? name.substring(1) : ""));
            default -> byName(name);
        };
    }

    private FoundType decimal() {
        boolean sized = size > 0 && size <= 1_000 && scale >= 0 && scale <= size;
        String written = sized ? name + "(" + size + "," + scale + ")" : name;
        return FoundType.of(sized && scale == 0 ? "integer" : "number", written);
    }

    /** Databases that know no limit tell the largest number they have. */
    private FoundType text() {
        boolean limited = size > 0 && size <= LONGEST;
        FoundType type = FoundType.of("string", limited ? name + "(" + size + ")" : name);
        return limited ? type.with("maxLength", size) : type;
    }

    private static FoundType byName(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        String logical = switch (word) {
            case "int2", "int4", "int8" -> "integer";
            case "float4", "float8" -> "number";
            case "bpchar", "citext", "inet", "cidr", "macaddr", "interval", "name" -> "string";
            case "timetz" -> "time";
            default -> LogicalTypes.of(word).orElse(null);
        };
        FoundType type = FoundType.of(logical, name.isEmpty() ? null : name);
        return word.equals("uuid") ? type.with("format", "uuid") : type;
    }
}
