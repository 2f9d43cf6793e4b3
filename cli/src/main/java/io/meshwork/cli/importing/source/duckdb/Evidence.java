package io.meshwork.cli.importing.source.duckdb;

import io.meshwork.contract.skeleton.FoundType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What all values of one column say.
 *
 * @param present how many are not null
 * @param type one that all of them have
 */
record Evidence(long present, FoundType type) {

    /**
     * Numbers to ask for: how many values there are, then how many of them fit each type; nothing else leaves the database.
     *
     * @param values as names for what the measures look at: written out in each of them, the optimizer would take minutes
     * @param types to choose the first of that fits all; text when none does
     */
    record Query(List<String> values, List<String> measures, List<FoundType> types) {

        Evidence read(long[] numbers, int from) {
            long present = numbers[from];
            for (int i = 1; i < measures.size(); i++) {
                if (present > 0 && numbers[from + i] == present) {
                    return new Evidence(present, types.get(i - 1));
                }
            }
            return new Evidence(present, types.getLast());
        }
    }

    private static final FoundType TEXT = FoundType.of("string", null);

    static Query ofTyped(String sql, String name, FoundType type) {
        return new Query(List.of(sql + " AS " + name), List.of("count(" + name + ")"), List.of(type));
    }

    /** The suggested type, a wider one, text: in the same words in which data is checked against its contract. */
    static Query ofText(String cell, String name, FoundType suggested) {
        List<FoundType> types = new ArrayList<>();
        Set<String> values = new LinkedHashSet<>(List.of(cell + " AS " + name));
        List<String> measures = new ArrayList<>(List.of("count(" + name + ")"));
        for (String logical : candidates(suggested)) {
            String value = name + "_" + sqlType(logical);
            types.add(FoundType.of(logical, null));
            values.add("TRY_CAST(" + cell + " AS " + sqlType(logical) + ") AS " + value);
            measures.add("count(CASE WHEN " + conforms(logical, name, value) + " THEN 1 END)");
        }
        types.add(TEXT);
        return new Query(List.copyOf(values), measures, types);
    }

    private static List<String> candidates(FoundType suggested) {
        return switch (suggested.logical()) {
            case "integer" -> List.of("integer", "number");
            case "date" -> List.of("date", "timestamp");
            case "number", "boolean", "timestamp", "time" -> List.of(suggested.logical());
            case null, default -> List.of();
        };
    }

    private static String sqlType(String logical) {
        return switch (logical) {
            case "integer", "number" -> "DOUBLE";
            case "timestamp" -> "TIMESTAMPTZ";
            default -> logical;
        };
    }

    /** A number with a leading zero is a code, such as a postal one: it would not survive as a number. */
    private static String conforms(String logical, String cell, String value) {
        String number = "isfinite(" + value + ") AND NOT regexp_matches(" + cell + ", '^[+-]?0[0-9]')";
        return switch (logical) {
            case "integer" -> number + " AND trunc(" + value + ") = " + value;
            case "number" -> number;
            default -> value + " IS NOT NULL";
        };
    }
}
