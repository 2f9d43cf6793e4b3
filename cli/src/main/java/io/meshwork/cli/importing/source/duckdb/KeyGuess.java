package io.meshwork.cli.importing.source.duckdb;

import io.meshwork.contract.skeleton.FoundField;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which columns people would take for a key, in the order in which they would: one called {@code id}, one whose name ends so,
 * the first one. In a small file almost any column is unique, so no other is asked.
 */
final class KeyGuess {

    private static final Pattern ID =
            Pattern.compile("(?i).*(?:[_ .-](?:id|key|uuid|guid))|.*[a-z](?:Id|ID|Key|Uuid|UUID)");
    private static final Set<String> KEYS = Set.of("id", "key", "uuid", "guid");
    private static final Set<String> TYPES = Set.of("integer", "string");
    private static final int MOST = 5;

    private KeyGuess() {}

    /** Indexes of columns that are never null. */
    static List<Integer> candidates(List<FoundField> fields) {
        return IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).required()
                        && fields.get(i).type().logical() instanceof String type
                        && TYPES.contains(type))
                .filter(i -> rank(fields.get(i).name(), i) < 3)
                .boxed()
                .sorted(Comparator.comparingInt(i -> rank(fields.get(i).name(), i)))
                .limit(MOST)
                .toList();
    }

    private static int rank(String name, int index) {
        if (KEYS.contains(name.toLowerCase(Locale.ROOT))) {
            return 0;
        }
        return ID.matcher(name).matches() ? 1 : index == 0 ? 2 : 3;
    }
}
