package io.meshwork.quality.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which values of a column are valid. A null value never breaks it; nulls are what completeness is about.
 *
 * @param type logical type the value must have, null for any
 * @param validValues the only values allowed; empty for any
 * @param pattern regular expression (RE2) that must be found in the value, null for any; anchor it with {@code ^…$}
 * @param constraints what the schema demands besides, each of which must hold
 * @param given only values for which these hold are judged; what is wrong with the others, another rule says
 * @param optional whether nothing is wrong when no row has the field, where each row says itself which fields it has
 */
public record ValueRule(
        Column column,
        @Nullable String type,
        List<Object> validValues,
        @Nullable String pattern,
        List<Constraint> constraints,
        List<Constraint> given,
        boolean optional) {

    public ValueRule {
        validValues = List.copyOf(validValues);
        constraints = List.copyOf(constraints);
        given = List.copyOf(given);
    }

    /** A rule that an author wrote. */
    public ValueRule(
            Column column,
            @Nullable String type,
            List<Object> validValues,
            @Nullable String pattern,
            List<Constraint> constraints) {
        this(column, type, validValues, pattern, constraints, List.of(), false);
    }

    boolean allowsEverything() {
        return type == null && validValues.isEmpty() && pattern == null && constraints.isEmpty();
    }
}
