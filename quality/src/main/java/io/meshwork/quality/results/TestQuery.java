package io.meshwork.quality.results;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a query of dbt's own tests is about.
 *
 * @param table without database and schema, empty when it cannot be told
 * @param column empty when it cannot be told
 */
record TestQuery(String table, String column) {

    private static final String IN_NAMES = "[\\w\"`\\[\\]$-]";

    /** Whole, and without going back, so that long texts take no longer than they are long. */
    private static final String NAME = IN_NAMES + "{1,130}+";

    private static final String WHOLE = "(?<!" + IN_NAMES + ")(" + NAME + ")\\s{1,20}+";

    /** As the tests unique, accepted_values and relationships call the column. */
    private static final Pattern NAMED =
            Pattern.compile(WHOLE + "as\\s{1,20}+(?:unique_field|value_field|from_field)\\b");

    private static final Pattern NOT_NULL =
            Pattern.compile("\\bwhere\\s{1,20}+(" + NAME + ")\\s{1,20}+is\\s{1,20}+null\\s*+$");

    private static final Pattern TABLE =
            Pattern.compile("\\bfrom\\s{1,20}+(" + NAME + "(?:\\." + NAME + "){0,3}+)", Pattern.CASE_INSENSITIVE);

    static TestQuery of(String sql) {
        String column = first(NAMED, sql);
        if (column.isEmpty()) {
            column = first(NOT_NULL, sql);
        }
        String table = first(TABLE, sql);
        return new TestQuery(plain(table.substring(table.lastIndexOf('.') + 1)), plain(column));
    }

    private static String first(Pattern pattern, String sql) {
        Matcher matcher = pattern.matcher(sql);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String plain(String name) {
        return name.replaceAll("[\"`\\[\\]]", "");
    }
}
