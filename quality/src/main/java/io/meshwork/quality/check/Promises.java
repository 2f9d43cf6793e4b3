package io.meshwork.quality.check;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.contract.model.QualityDimension;
import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.model.Threshold.Operator;
import io.meshwork.contract.read.value.Patterns;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checks that nobody wrote and the schema promises all the same: {@code required}, {@code unique}, {@code primaryKey}, and
 * what the type options say of values. An explicit check on the same fields says it better and takes the place of the promise.
 */
final class Promises {

    private static final Threshold NO_BAD_ROW = new Threshold(Operator.EQUAL, 0, null, false);
    private static final Set<Metric> ABOUT_NULLS =
            EnumSet.of(Metric.NULL_VALUES, Metric.MISSING_VALUES, Metric.COMPLETENESS);
    private static final Set<Metric> ABOUT_DUPLICATES = EnumSet.of(Metric.DUPLICATE_VALUES, Metric.UNIQUENESS);

    private static final Set<Metric> ABOUT_VALUES = EnumSet.of(Metric.INVALID_VALUES, Metric.VALIDITY);

    /** Argument of a promise that no author can give: which of the type options it is about. */
    private static final String OPTIONS = "logicalTypeOptions";

    /** RE2 has neither look-around nor references back. */
    private static final Pattern BEYOND_RE2 = Pattern.compile("\\(\\?(=|!|<=|<!)|\\\\[1-9]|\\\\k<");

    private final Dataset dataset;
    private final List<QualityCheck> explicit;
    private final List<QualityCheck> promises = new ArrayList<>();

    private Promises(Dataset dataset, List<QualityCheck> explicit) {
        this.dataset = dataset;
        this.explicit = explicit;
    }

    static List<QualityCheck> of(Dataset dataset, List<QualityCheck> explicit) {
        Promises promises = new Promises(dataset, explicit);
        promises.collect();
        return promises.promises;
    }

    private void collect() {
        for (Field field : dataset.fields()) {
            if (field.required() || field.primaryKey()) {
                promise("required", List.of(field.name()), Metric.NULL_VALUES, QualityDimension.COMPLETENESS);
            }
            if (field.unique()) {
                promise("unique", List.of(field.name()), Metric.DUPLICATE_VALUES, QualityDimension.UNIQUENESS);
            }
            values(field);
        }
        List<String> key = dataset.fields().stream()
                .filter(Field::primaryKey)
                .map(Field::name)
                .toList();
        if (!key.isEmpty()) {
            promise("primary-key", key, Metric.DUPLICATE_VALUES, QualityDimension.UNIQUENESS);
        }
    }

    /** One check for each kind of limit, so that a broken one says what is wrong. */
    private void values(Field field) {
        Map<String, Object> options = field.options();
        if (options.get("pattern") instanceof String pattern && !isChecked(field, "pattern")) {
            promise("pattern", field, Map.of("pattern", pattern, OPTIONS, Map.of()));
        }
        if (options.get("enum") instanceof List<?> values && !values.isEmpty() && !isChecked(field, "validValues")) {
            promise("enum", field, Map.of("validValues", values));
        }
        limit("length", field, TypeOptions.length(options, field.type()));
        limit("range", field, TypeOptions.range(options, field.type()));
        limit("format", field, TypeOptions.format(options, field.type()));
    }

    private void limit(String kind, Field field, List<Constraint> constraints) {
        if (!constraints.isEmpty()) {
            promise(kind, field, Map.of(OPTIONS, Map.of(kind, field.options())));
        }
    }

    private boolean isChecked(Field field, String argument) {
        return explicit.stream()
                .anyMatch(check -> ABOUT_VALUES.contains(check.metric())
                        && check.arguments().containsKey(argument)
                        && check.fields().equals(List.of(field.name())));
    }

    /** The constraints of a promise; a check of an author has none. */
    static List<Constraint> constraints(QualityCheck check, @Nullable String type) {
        if (!(check.arguments().get(OPTIONS) instanceof Map<?, ?> limits) || !isPromise(check)) {
            return List.of();
        }
        List<Constraint> constraints = new ArrayList<>();
        limits.forEach((kind, options) -> {
            Map<?, ?> written = (Map<?, ?>) options;
            constraints.addAll(
                    switch (String.valueOf(kind)) {
                        case "length" -> TypeOptions.length(written, type);
                        case "range" -> TypeOptions.range(written, type);
                        default -> TypeOptions.format(written, type);
                    });
        });
        return constraints;
    }

    /** Whether the schema promises a pattern that cannot be looked for; an author's own is an error. */
    static boolean isBeyondUs(QualityCheck check) {
        return isPromise(check)
                && check.arguments().get("pattern") instanceof String pattern
                && (BEYOND_RE2.matcher(pattern).find() || Patterns.flaw(pattern).isPresent());
    }

    /** Promises have no place of their own in the document. */
    private static boolean isPromise(QualityCheck check) {
        return check.pointer().isEmpty() && check.arguments().containsKey(OPTIONS);
    }

    private void promise(String kind, Field field, Map<String, Object> arguments) {
        add(kind, List.of(field.name()), Metric.INVALID_VALUES, QualityDimension.VALIDITY, arguments);
    }

    private void promise(String kind, List<String> fields, Metric metric, QualityDimension dimension) {
        Set<Metric> alike = metric == Metric.NULL_VALUES ? ABOUT_NULLS : ABOUT_DUPLICATES;
        if (covers(explicit, alike, fields) || covers(promises, alike, fields)) {
            return;
        }
        add(kind, fields, metric, dimension, Map.of());
    }

    private void add(
            String kind,
            List<String> fields,
            Metric metric,
            QualityDimension dimension,
            Map<String, Object> arguments) {
        promises.add(new QualityCheck(
                kind + ":" + String.join(",", fields),
                dataset.name(),
                fields,
                metric,
                dimension,
                arguments,
                null,
                NO_BAD_ROW,
                Severity.ERROR,
                ""));
    }

    private static boolean covers(List<QualityCheck> checks, Set<Metric> metrics, List<String> fields) {
        Set<String> wanted = Set.copyOf(fields);
        return checks.stream()
                .anyMatch(check -> metrics.contains(check.metric())
                        && check.fields().size() == fields.size()
                        && wanted.containsAll(check.fields()));
    }
}
