package io.meshwork.quality.check;

import io.meshwork.contract.model.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What makes a value one of the type that its field declares. */
final class DeclaredType {

    private static final Set<String> TIMES = Set.of("date", "timestamp", "time");

    /** Any value is a string. */
    private static final Set<String> OTHERS = Set.of("integer", "number", "boolean", "object", "array");

    /** Stands for an object in the contract, and holds any JSON. */
    private static final Set<String> ANY_JSON = Set.of("json", "jsonb", "variant");

    private static final Pattern ISO = Pattern.compile("(yyyy|uuuu)-MM-dd($|[ T']|'T')");

    private DeclaredType() {}

    /** Dates and times are as their format says. Empty where nobody can tell, such as by a format that we do not know. */
    static List<Constraint> of(Field field) {
        String type = String.valueOf(field.type());
        if (TIMES.contains(type) && field.options().get("format") instanceof String) {
            return TypeOptions.format(field.options(), type);
        }
        return TIMES.contains(type) || (OTHERS.contains(type) && !holdsAnyJson(field))
                ? List.of(new Constraint.OfType(type))
                : List.of();
    }

    /** The format of dates and times that are written in another way than ISO 8601 has it. */
    static Optional<String> otherForm(Field field) {
        return TIMES.contains(String.valueOf(field.type()))
                        && field.options().get("format") instanceof String format
                        && !ISO.matcher(format).lookingAt()
                ? Optional.of(format)
                : Optional.empty();
    }

    private static boolean holdsAnyJson(Field field) {
        return field.physicalType() instanceof String physical && ANY_JSON.contains(physical.toLowerCase(Locale.ROOT));
    }
}
