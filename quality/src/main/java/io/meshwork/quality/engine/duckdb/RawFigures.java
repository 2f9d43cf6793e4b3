package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.engine.ColumnFigures;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What DuckDB counts in a column, or Java in the values of a small one: planning the query takes DuckDB longer than looking at a
 * few thousand values.
 *
 * @param numbers how many texts are finite numbers
 */
record RawFigures(
        long filled,
        long distinct,
        @Nullable Object least,
        @Nullable Object greatest,
        @Nullable Long shortest,
        @Nullable Long longest,
        long numbers,
        @Nullable Object leastNumber,
        @Nullable Object greatestNumber) {

    /** Values in a row of {@link ColumnSql#figures()}. */
    static final int WIDTH = 9;

    static final int LONGEST_BOUND = 100;

    /** Read by DuckDB and Java to the same double. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

    private static final Pattern DIGIT = Pattern.compile("\\d");

    /** No number has this, in whatever way it is written. */
    private static final Pattern NEVER_IN_NUMBERS = Pattern.compile("[^0-9+\\-.eE_\\s]|\\d-");

    /** As DuckDB orders texts. */
    private static final Comparator<String> BINARY =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    static RawFigures from(List<@Nullable Object> row) {
        return new RawFigures(
                whole(row.get(0)),
                whole(row.get(1)),
                row.get(2),
                row.get(3),
                row.get(4) instanceof Number shortest ? shortest.longValue() : null,
                row.get(5) instanceof Number longest ? longest.longValue() : null,
                whole(row.get(6)),
                row.get(7),
                row.get(8));
    }

    private static long whole(@Nullable Object number) {
        return number instanceof Number n ? n.longValue() : 0;
    }

    /**
     * @param values all of a column's, null where there is none
     * @return empty when only DuckDB knows: a value is longer than what is kept, or might be a number to DuckDB and not to Java
     */
    static Optional<RawFigures> of(List<@Nullable String> values) {
        List<String> texts = values.stream().filter(Objects::nonNull).toList();
        if (!texts.stream().allMatch(RawFigures::isKnown)) {
            return Optional.empty();
        }
        var lengths = texts.stream()
                .mapToLong(text -> text.codePointCount(0, text.length()))
                .summaryStatistics();
        var numbers = texts.stream()
                .filter(text -> NUMBER.matcher(text).matches())
                .mapToDouble(Double::parseDouble)
                .summaryStatistics();
        return Optional.of(new RawFigures(
                texts.size(),
                new HashSet<>(texts).size(),
                texts.stream().min(BINARY).map(RawFigures::cut).orElse(null),
                texts.stream().max(BINARY).map(RawFigures::cut).orElse(null),
                texts.isEmpty() ? null : lengths.getMin(),
                texts.isEmpty() ? null : lengths.getMax(),
                numbers.getCount(),
                numbers.getCount() == 0 ? null : numbers.getMin(),
                numbers.getCount() == 0 ? null : numbers.getMax()));
    }

    private static boolean isKnown(String text) {
        return text.codePointCount(0, text.length()) <= ColumnFigures.LONGEST_VALUE
                && (NUMBER.matcher(text).matches()
                        || !DIGIT.matcher(text).find()
                        || NEVER_IN_NUMBERS.matcher(text).find());
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_BOUND
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_BOUND));
    }
}
