package io.meshwork.policy.document;

import io.meshwork.policy.model.Parameter;
import io.meshwork.policy.model.Parameter.Direction;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One of {@code parameters}. */
final class ParameterPart {

    private ParameterPart() {}

    static @Nullable Parameter read(String name, Part part) {
        Object value = part.value("default") == null ? null : Values.read(part, "default");
        if (!part.known("default")) {
            part.missing("default", "State the value that holds unless a domain chooses another one.");
        }
        Direction stricter = Words.choice(
                part, "stricter", Direction.values(), one -> one.name().toLowerCase(Locale.ROOT));
        Number limit = part.known("limit") && Values.read(part, "limit") instanceof Number number ? number : null;
        if (part.known("limit") && limit == null) {
            part.problem("type", "limit", "`limit` must be a number", "Write the strictest value for domains.");
        }
        Words.limit(part, "description", part.optional("description"));
        part.close();
        if (value == null) {
            return null;
        }
        if (stricter != null && !fits(stricter, value)) {
            part.problem(
                    "type",
                    "stricter",
                    "`stricter` does not go with the default",
                    "Write higher or lower for numbers, fewer or more for lists; leave it out for others.");
            return null;
        }
        return new Parameter(name, value, stricter, limit);
    }

    private static boolean fits(Direction stricter, Object value) {
        return switch (stricter) {
            case HIGHER, LOWER -> value instanceof Number;
            case FEWER, MORE -> value instanceof List;
        };
    }
}
