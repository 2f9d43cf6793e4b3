package io.meshwork.cli.importing.source.duckdb;

import io.meshwork.contract.skeleton.FoundType;
import java.util.ArrayList;
import java.util.List;

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
     * @param types to choose the first of that fits all; text when none does
     */
    record Query(List<String> measures, List<FoundType> types) {

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

    static Query ofTyped(String sql, FoundType type) {
        return new Query(List.of("count(" + sql + ")"), List.of(type));
    }

    /** The suggested type, a wider one, text: in the same words in which data is checked against its contract. */
    static Query ofText(String cell, FoundType suggested) {
        List<FoundType> types = new ArrayList<>();
        List<String> measures = new ArrayList<>(List.of("count(" + cell + ")"));
        for (String logical : candidates(suggested)) {
            types.add(FoundType.of(logical, null));
            measures.add("count(*) FILTER (" + conforms(logical, cell) + ")");
        }
        types.add(TEXT);
        return new Query(measures, types);
    }

    private static List<String> candidates(FoundType suggested) {
        return switch (suggested.logical()) {
            case "integer" -> List.of("integer", "number");
            case "date" -> List.of("date", "timestamp");
            case "number", "boolean", "timestamp", "time" -> List.of(suggested.logical());
            case null, default -> List.of();
        };
    }

    /** A number with a leading zero is a code, such as a postal one: it would not survive as a number. */
    private static String conforms(String logical, String cell) {
        String number = "TRY_CAST(" + cell + " AS DOUBLE)";
        String finite = "isfinite(" + number + ") AND NOT regexp_matches(" + cell + ", '^[+-]?0[0-9]')";
        return switch (logical) {
            case "integer" -> finite + " AND trunc(" + number + ") = " + number;
            case "number" -> finite;
            case "boolean" -> casts(cell, "BOOLEAN");
            case "date" -> casts(cell, "DATE");
            case "time" -> casts(cell, "TIME");
            default -> casts(cell, "TIMESTAMPTZ");
        };
    }

    private static String casts(String cell, String type) {
        return "TRY_CAST(" + cell + " AS " + type + ") IS NOT NULL";
    }
}
