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
 */
public record ValueRule(
        Column column,
        @Nullable String type,
        List<Object> validValues,
        @Nullable String pattern,
        List<Constraint> constraints) {

    public ValueRule {
        validValues = List.copyOf(validValues);
        constraints = List.copyOf(constraints);
    }

    boolean allowsEverything() {
        return type == null && validValues.isEmpty() && pattern == null && constraints.isEmpty();
    }
}
