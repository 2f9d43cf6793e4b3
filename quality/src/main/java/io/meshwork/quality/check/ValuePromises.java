package io.meshwork.quality.check;

import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.read.value.Patterns;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the type of a field and its options promise of each value. */
final class ValuePromises {

    /** @param arguments of a check */
    record Promise(String kind, Map<String, Object> arguments) {}

    private static final Set<Metric> ABOUT_VALUES = EnumSet.of(Metric.INVALID_VALUES, Metric.VALIDITY);

    /** Argument of a promise that no author can give: which of the type options it is about. */
    private static final String OPTIONS = "logicalTypeOptions";

    /** RE2 has neither look-around nor references back. */
    private static final Pattern BEYOND_RE2 = Pattern.compile("\\(\\?(=|!|<=|<!)|\\\\[1-9]|\\\\k<");

    private final Field field;
    private final List<QualityCheck> explicit;
    private final List<Promise> promises = new ArrayList<>();

    private ValuePromises(Field field, List<QualityCheck> explicit) {
        this.field = field;
        this.explicit = explicit;
    }

    /** One for each kind of limit, so that a broken one says what is wrong. */
    static List<Promise> of(Field field, List<QualityCheck> explicit) {
        ValuePromises promises = new ValuePromises(field, explicit);
        promises.collect();
        return promises.promises;
    }

    private void collect() {
        Map<String, Object> options = field.options();
        if (options.get("pattern") instanceof String pattern && !isChecked("pattern")) {
            promises.add(new Promise("pattern", Map.of("pattern", pattern, OPTIONS, "")));
        }
        if (options.get("enum") instanceof List<?> values && !values.isEmpty() && !isChecked("validValues")) {
            promises.add(new Promise("enum", Map.of("validValues", values, OPTIONS, "")));
        }
        limit("length");
        limit("range");
        limit("format");
        if (DeclaredType.of(field).stream().anyMatch(Constraint.OfType.class::isInstance) && !isTypeChecked()) {
            limit("type");
        }
    }

    private void limit(String kind) {
        if (!constraints(kind, field).isEmpty()) {
            promises.add(new Promise(kind, Map.of(OPTIONS, kind)));
        }
    }

    private boolean isChecked(String argument) {
        return explicit.stream()
                .anyMatch(check -> ABOUT_VALUES.contains(check.metric())
                        && check.arguments().containsKey(argument)
                        && check.fields().equals(List.of(field.name())));
    }

    /** By validity, by invalid values without anything else to go by, or by a list of all that is valid. */
    private boolean isTypeChecked() {
        return explicit.stream()
                .filter(check -> check.fields().isEmpty() || check.fields().contains(field.name()))
                .anyMatch(check -> check.metric() == Metric.VALIDITY
                        || (check.metric() == Metric.INVALID_VALUES
                                && !check.arguments().containsKey("pattern")));
    }

    /** Limits look only at values of the declared type, so that a wrong value breaks one promise and not all of them. */
    static ValueRule rule(QualityCheck promise, Field field, Column column) {
        Map<String, Object> arguments = promise.arguments();
        List<Constraint> constraints = constraints(String.valueOf(arguments.get(OPTIONS)), field);
        List<Constraint> type = DeclaredType.of(field);
        return new ValueRule(
                column,
                null,
                CheckCompiler.values(promise, "validValues"),
                arguments.get("pattern") instanceof String pattern ? pattern : null,
                constraints,
                constraints.equals(type) ? List.of() : type,
                !field.required() && !field.primaryKey());
    }

    private static List<Constraint> constraints(String kind, Field field) {
        return switch (kind) {
            case "length" -> TypeOptions.length(field.options(), field.type());
            case "range" -> TypeOptions.range(field.options(), field.type());
            case "format" -> TypeOptions.format(field.options(), field.type());
            case "type" -> DeclaredType.of(field);
            default -> List.of();
        };
    }

    /** Promises have no place of their own in the document. */
    static boolean isPromise(QualityCheck check) {
        return check.pointer().isEmpty() && check.arguments().containsKey(OPTIONS);
    }

    /** Whether the schema promises a pattern that cannot be looked for; an author's own is an error. */
    static boolean isBeyondUs(QualityCheck check) {
        return isPromise(check)
                && check.arguments().get("pattern") instanceof String pattern
                && (BEYOND_RE2.matcher(pattern).find() || Patterns.flaw(pattern).isPresent());
    }
}
