package io.meshwork.quality.check;

import io.meshwork.contract.read.expression.Term;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** One number to be taken from a dataset. Equal measures are taken once, whatever number of checks ask for them. */
public sealed interface Measure {

    /** The columns it looks at; the engine answers for those that are not there. */
    default Stream<Column> columns() {
        return Stream.empty();
    }

    /** Whether nothing is wrong when no row has its columns, where each row says itself which it has. */
    default boolean isOptional() {
        return false;
    }

    /** All rows. */
    record Rows() implements Measure {}

    /** Cells that are null, over all the columns. */
    record EmptyCells(List<Column> in) implements Measure {

        public EmptyCells {
            in = List.copyOf(in);
        }

        @Override
        public Stream<Column> columns() {
            return in.stream();
        }
    }

    /** Rows whose value is null or stands for a missing one. */
    record Missing(Column in, List<Object> placeholders) implements Measure {

        public Missing {
            placeholders = List.copyOf(placeholders);
        }

        @Override
        public Stream<Column> columns() {
            return Stream.of(in);
        }
    }

    /** Rows that break at least one of the rules. */
    record Invalid(List<ValueRule> rules) implements Measure {

        public Invalid {
            rules = List.copyOf(rules);
        }

        @Override
        public Stream<Column> columns() {
            return rules.stream().map(ValueRule::column);
        }

        @Override
        public boolean isOptional() {
            return rules.stream().allMatch(ValueRule::optional);
        }
    }

    /**
     * Rows for which an expression on their fields is false; those for which it is unknown, because a value is null or not of its
     * type, are not among them.
     *
     * @param fields columns of the fields that it reads, by their names in the expression
     */
    record Inconsistent(Term term, Map<String, Column> fields) implements Measure {

        public Inconsistent {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public Column column(String field) {
            return Objects.requireNonNull(fields.get(field));
        }

        @Override
        public Stream<Column> columns() {
            return fields.values().stream();
        }
    }

    /**
     * Other data to compare with.
     *
     * @param product its id
     */
    record Other(String product, String version, String dataset) {

        @Override
        public String toString() {
            return dataset + "` of `" + product + " " + version;
        }
    }

    /** What one dataset says of another. */
    sealed interface OfTwo extends Measure {

        Other other();

        Stream<FieldPair> pairs();

        @Override
        default Stream<Column> columns() {
            return pairs().map(FieldPair::column);
        }
    }

    /** Rows whose fields, none of them null, are in no row of the other data. */
    record Unmatched(List<FieldPair> fields, Other other) implements OfTwo {

        public Unmatched {
            fields = List.copyOf(fields);
        }

        @Override
        public Stream<FieldPair> pairs() {
            return fields.stream();
        }
    }

    /**
     * Rows whose fields are not as in the row of the other data that has the same key.
     *
     * @param tolerance by which numbers may differ
     */
    record Differing(List<FieldPair> key, List<FieldPair> fields, double tolerance, Other other) implements OfTwo {

        public Differing {
            key = List.copyOf(key);
            fields = List.copyOf(fields);
        }

        @Override
        public Stream<FieldPair> pairs() {
            return Stream.concat(key.stream(), fields.stream());
        }
    }

    /** Rows beyond the first of each group of equal keys. As in SQL, a key with a null in it equals no other. */
    record Duplicates(List<Column> key) implements Measure {

        public Duplicates {
            key = List.copyOf(key);
        }

        @Override
        public Stream<Column> columns() {
            return key.stream();
        }
    }

    /**
     * The one number an author's query returns.
     *
     * @param relation names under which the query may read the data
     */
    record Answer(String query, List<String> relation) implements Measure {

        public Answer {
            relation = List.copyOf(relation);
        }
    }
}
