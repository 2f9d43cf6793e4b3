package io.meshwork.contract.read.expression;

import io.meshwork.contract.read.expression.Term.Kind;
import io.meshwork.contract.read.expression.Term.Operation;
import java.util.Optional;

/** Which kinds can be calculated with, and what comes of it. */
final class Calculation {

    private Calculation() {}

    /** Empty when the operation does not work on these. */
    static Optional<Term> of(Operation operation, Term left, Term right) {
        if (left.kind() == Kind.TEXT && right.kind() == Kind.TEXT && operation == Operation.PLUS) {
            return Optional.of(new Term.Joined(left, right));
        }
        return kind(operation, left.kind(), right.kind())
                .map(kind -> new Term.Calculated(operation, left, right, kind));
    }

    private static Optional<Kind> kind(Operation operation, Kind left, Kind right) {
        if (left == Kind.NUMBER && right == Kind.NUMBER) {
            return Optional.of(Kind.NUMBER);
        }
        return switch (operation) {
            case PLUS ->
                left == Kind.DURATION && (right == Kind.DURATION || right == Kind.TIME)
                        ? Optional.of(right)
                        : left == Kind.TIME && right == Kind.DURATION ? Optional.of(Kind.TIME) : Optional.empty();
            case MINUS ->
                left == Kind.TIME && right == Kind.TIME
                        ? Optional.of(Kind.DURATION)
                        : (left == Kind.TIME || left == Kind.DURATION) && right == Kind.DURATION
                                ? Optional.of(left)
                                : Optional.empty();
            case TIMES, DIVIDED_BY -> Optional.empty();
        };
    }
}
