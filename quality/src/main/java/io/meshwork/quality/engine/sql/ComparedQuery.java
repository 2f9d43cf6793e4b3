package io.meshwork.quality.engine.sql;

import io.meshwork.contract.read.expression.Term.Kind;
import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.FieldPair;
import io.meshwork.quality.check.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** SQL for what one relation says of another. A value that is not of its declared type counts as null. */
public final class ComparedQuery {

    private final CompiledQuery ours;
    private final CompiledQuery theirs;
    private final Measure.OfTwo measure;

    /** @param others columns of ours that are read too */
    public ComparedQuery(Dialect dialect, Relation ours, Relation theirs, Measure.OfTwo measure, List<Column> others) {
        this.ours = new CompiledQuery(dialect, ours, List.of(measure), others);
        this.theirs = new CompiledQuery(
                dialect,
                theirs,
                List.of(),
                measure.pairs().map(FieldPair::theirs).toList());
        this.measure = measure;
    }

    public ComparedQuery(Dialect dialect, Relation ours, Relation theirs, Measure.OfTwo measure) {
        this(dialect, ours, theirs, measure, List.of());
    }

    /** Why the other data cannot be compared with; it may lack a column. */
    public static Optional<String> flaw(Measure.OfTwo measure, Relation theirs) {
        return measure.pairs()
                .map(FieldPair::theirs)
                .filter(column -> !theirs.has(column))
                .findFirst()
                .map(column -> "the data of `" + measure.other() + "` has no column `" + column + "`");
    }

    /** One row: of {@link Measure.Unmatched} the rows; of {@link Measure.Differing} those that have a counterpart, and of them those that differ. */
    public String count() {
        return switch (measure) {
            case Measure.Unmatched unmatched ->
                "SELECT count(*) FROM " + ours.rows() + " WHERE " + isUnmatched(unmatched);
            case Measure.Differing differing ->
                "SELECT count(*), count(*) FILTER (WHERE " + differ(differing) + ")" + joined(differing);
        };
    }

    /** One row: rows of the other data beyond the first with the same key. */
    public String repeated() {
        String key = IntStream.range(0, key().size()).mapToObj(i -> "o" + i).collect(Collectors.joining(", "));
        String filled = IntStream.range(0, key().size())
                .mapToObj(i -> "o" + i + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        return "SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM " + counterparts(key()) + " AS o WHERE "
                + filled + " GROUP BY " + key + ") AS g";
    }

    /** Rows of ours that are counted, with the values of these columns; none of the other data's. */
    public String broken(List<Column> shown, CompiledQuery.Limits limits) {
        String source = switch (measure) {
            case Measure.Unmatched unmatched -> " FROM " + ours.rows() + " WHERE " + isUnmatched(unmatched);
            case Measure.Differing differing -> joined(differing) + " WHERE " + differ(differing);
        };
        return "SELECT " + ours.cut(shown, limits) + source + " LIMIT " + limits.rows();
    }

    private List<FieldPair> key() {
        return switch (measure) {
            case Measure.Unmatched unmatched -> unmatched.fields();
            case Measure.Differing differing -> differing.key();
        };
    }

    private String isUnmatched(Measure.Unmatched unmatched) {
        List<FieldPair> fields = unmatched.fields();
        String filled = fields.stream().map(pair -> mine(pair) + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return filled + " AND NOT EXISTS (SELECT 1 FROM " + counterparts(fields) + " AS o WHERE " + equal(fields) + ")";
    }

    private String joined(Measure.Differing differing) {
        List<FieldPair> all = new ArrayList<>(differing.key());
        all.addAll(differing.fields());
        return " FROM " + ours.rows() + " AS s JOIN " + counterparts(all) + " AS o ON " + equal(differing.key());
    }

    /** The rows of the other data, as {@code o0, o1, …}. */
    private String counterparts(List<FieldPair> pairs) {
        return "(SELECT "
                + IntStream.range(0, pairs.size())
                        .mapToObj(i -> theirs(pairs.get(i)) + " AS o" + i)
                        .collect(Collectors.joining(", "))
                + " FROM " + theirs.rows() + " AS t)";
    }

    private String equal(List<FieldPair> pairs) {
        return IntStream.range(0, pairs.size())
                .mapToObj(i -> "o.o" + i + " = " + mine(pairs.get(i)))
                .collect(Collectors.joining(" AND "));
    }

    /** Null differs from everything but null. */
    private String differ(Measure.Differing differing) {
        int first = differing.key().size();
        return IntStream.range(0, differing.fields().size())
                .mapToObj(i -> differ(differing.fields().get(i), "o.o" + (first + i), differing.tolerance()))
                .collect(Collectors.joining(" OR "));
    }

    private String differ(FieldPair pair, String theirs, double tolerance) {
        String mine = mine(pair);
        if (pair.kind() != Kind.NUMBER || tolerance == 0) {
            return mine + " IS DISTINCT FROM " + theirs;
        }
        String calculated = "abs(CAST(" + mine + " AS double precision) - CAST(" + theirs + " AS double precision))";
        return "coalesce(%s > %s + 1e-12 * greatest(1, abs(%s)), (%s IS NULL) <> (%s IS NULL))"
                .formatted(calculated, tolerance, theirs, mine, theirs);
    }

    private String mine(FieldPair pair) {
        return ours.values(pair.column()).as(pair.kind(), pair.type());
    }

    private String theirs(FieldPair pair) {
        return theirs.values(pair.theirs()).as(pair.kind(), pair.theirType());
    }
}
