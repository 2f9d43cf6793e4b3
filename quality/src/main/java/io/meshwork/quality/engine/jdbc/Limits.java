package io.meshwork.quality.engine.jdbc;

import io.meshwork.contract.read.expression.Term;
import io.meshwork.quality.check.Constraint;
import io.meshwork.quality.check.Measure;
import io.meshwork.quality.check.ValueRule;
import io.meshwork.quality.engine.sql.Relation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What PostgreSQL would count otherwise than DuckDB is not counted at all: a contract has one number, wherever the data is. */
final class Limits {

    private static final String QUERY =
            "queries of authors are not run in databases, where they could reach more than the"
                    + " dataset; they run on a file port, or write the rule as a library metric";

    private Limits() {}

    /** Why it is not measured. */
    static Optional<String> of(Measure measure, Relation relation) {
        return switch (measure) {
            case Measure.Answer answer -> Optional.of(QUERY);
            case Measure.Invalid(List<ValueRule> rules) ->
                rules.stream()
                        .map(rule -> of(rule, relation))
                        .flatMap(Optional::stream)
                        .findFirst();
            case Measure.Inconsistent inconsistent ->
                patterns(inconsistent.term())
                        .flatMap(pattern -> of(pattern).stream())
                        .findFirst();
            case Measure.OfTwo compared -> Optional.empty();
            case Measure.Rows rows -> Optional.empty();
            case Measure.EmptyCells cells -> Optional.empty();
            case Measure.Missing missing -> Optional.empty();
            case Measure.Duplicates duplicates -> Optional.empty();
        };
    }

    private static Optional<String> of(String pattern) {
        return PosixPattern.of(pattern).isPresent()
                ? Optional.empty()
                : Optional.of("PostgreSQL may judge the pattern `" + pattern + "` otherwise than RE2; flags, word"
                        + " boundaries and classes such as \\p{L} are not translated");
    }

    private static Stream<String> patterns(Term term) {
        return switch (term) {
            case Term.Matches(Term text, String pattern) -> Stream.of(pattern);
            case Term.Both(Term left, Term right) -> Stream.concat(patterns(left), patterns(right));
            case Term.Either(Term left, Term right) -> Stream.concat(patterns(left), patterns(right));
            case Term.Compared(var how, Term left, Term right) -> Stream.concat(patterns(left), patterns(right));
            case Term.Not(Term of) -> patterns(of);
            case Term.Depending(Term when, Term then, Term otherwise) ->
                Stream.of(when, then, otherwise).flatMap(Limits::patterns);
            default -> Stream.empty();
        };
    }

    private static Optional<String> of(ValueRule rule, Relation relation) {
        Stream<String> patterns = Stream.concat(
                Stream.ofNullable(rule.pattern()),
                rule.constraints().stream()
                        .map(constraint -> constraint instanceof Constraint.Matches(String pattern) ? pattern : null)
                        .filter(Objects::nonNull));
        Optional<String> otherwise =
                patterns.flatMap(pattern -> of(pattern).stream()).findFirst();
        if (otherwise.isPresent()) {
            return otherwise;
        }
        boolean formatted = rule.constraints().stream().anyMatch(Constraint.Readable.class::isInstance);
        return formatted && !PostgresSql.isTime(relation.sqlType(rule.column()))
                ? Optional.of("PostgreSQL cannot tell whether text is a date or time in a format; `" + rule.column()
                        + "` is none in the table")
                : Optional.empty();
    }
}
