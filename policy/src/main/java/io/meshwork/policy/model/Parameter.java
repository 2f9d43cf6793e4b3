package io.meshwork.policy.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that a global policy leaves to the domains, within bounds.
 *
 * @param value unless a domain states another: Long, Double, String, Boolean or list of String
 * @param stricter which other values demand more; null when domains cannot change it
 * @param limit the strictest value that a domain may choose, a number; null when there is none
 */
public record Parameter(
        String name,
        Object value,
        @Nullable Direction stricter,
        @Nullable Number limit) {

    public enum Direction {
        HIGHER,
        LOWER,
        /** A list with fewer items, all of them from this one. */
        FEWER,
        /** A list with more items, all of this one among them. */
        MORE
    }

    /** Why a domain may not choose this value; empty when it may. */
    public Optional<String> refuses(Object chosen) {
        return switch (stricter) {
            case null -> Optional.of("the policy does not let domains change it");
            case HIGHER -> number(chosen, 1, "lower");
            case LOWER -> number(chosen, -1, "higher");
            case FEWER -> list(chosen, chosen, value, "it may only leave out items of " + value);
            case MORE -> list(chosen, value, chosen, "it must hold all of " + value);
        };
    }

    /** The value in the default's type, which is what expressions know: 1 is 1.0 where the default is 0.99. */
    public Object typed(Object chosen) {
        return value instanceof Double && chosen instanceof Long number ? (Object) number.doubleValue() : chosen;
    }

    private Optional<String> number(Object chosen, int direction, String weaker) {
        if (!(chosen instanceof Number number)) {
            return Optional.of("it must be a number");
        }
        if (chosen instanceof Double && value instanceof Long) {
            return Optional.of("it must be a whole number");
        }
        if (compare(number, (Number) value) * direction < 0) {
            return Optional.of("it is " + weaker + " than " + value + ", so it demands less");
        }
        Number most = limit;
        return most != null && compare(number, most) * direction > 0
                ? Optional.of("the policy lets domains go as far as " + most)
                : Optional.empty();
    }

    private static int compare(Number a, Number b) {
        return Double.compare(a.doubleValue(), b.doubleValue());
    }

    private static Optional<String> list(Object chosen, Object smaller, Object larger, String reason) {
        if (!(chosen instanceof List<?>)) {
            return Optional.of("it must be a list of texts");
        }
        return new HashSet<>((List<?>) larger).containsAll((List<?>) smaller) ? Optional.empty() : Optional.of(reason);
    }
}
