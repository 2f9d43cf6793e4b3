package io.meshwork.quality.check;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.contract.model.QualityDimension;
import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.model.Threshold.Operator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The checks that nobody wrote and the schema promises all the same: {@code required}, {@code unique}, {@code primaryKey}, the
 * type, and what its options say of values. An explicit check on the same fields says it better and takes the place of the promise.
 */
final class Promises {

    private static final Threshold NO_BAD_ROW = new Threshold(Operator.EQUAL, 0, null, false);
    private static final Set<Metric> ABOUT_NULLS =
            EnumSet.of(Metric.NULL_VALUES, Metric.MISSING_VALUES, Metric.COMPLETENESS);
    private static final Set<Metric> ABOUT_DUPLICATES = EnumSet.of(Metric.DUPLICATE_VALUES, Metric.UNIQUENESS);

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
            ValuePromises.of(field, explicit)
                    .forEach(promise -> add(
                            promise.kind(),
                            List.of(field.name()),
                            Metric.INVALID_VALUES,
                            QualityDimension.VALIDITY,
                            promise.arguments()));
        }
        List<String> key = dataset.fields().stream()
                .filter(Field::primaryKey)
                .map(Field::name)
                .toList();
        if (!key.isEmpty()) {
            promise("primary-key", key, Metric.DUPLICATE_VALUES, QualityDimension.UNIQUENESS);
        }
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
