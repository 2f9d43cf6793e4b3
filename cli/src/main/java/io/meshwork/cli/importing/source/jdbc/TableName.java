package io.meshwork.cli.importing.source.jdbc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A schema and a table in it, each of them in double quotes where it has dots or quotes itself. */
public record TableName(String schema, String table) {

    private static final String PART = "(?:\"((?:[^\"]|\"\")+)\"|([^\".]+))";
    private static final Pattern NAME = Pattern.compile(PART + "\\." + PART);

    /** Empty when it is no {@code schema.table}. */
    public static Optional<TableName> parse(String written) {
        Matcher name = NAME.matcher(written);
        return name.matches() ? Optional.of(new TableName(part(name, 1), part(name, 3))) : Optional.empty();
    }

    private static String part(Matcher name, int quoted) {
        String inside = name.group(quoted);
        return inside != null ? inside.replace("\"\"", "\"") : String.valueOf(name.group(quoted + 1));
    }

    @Override
    public String toString() {
        return schema + "." + table;
    }
}
