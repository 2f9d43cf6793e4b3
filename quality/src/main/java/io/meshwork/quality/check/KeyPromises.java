package io.meshwork.quality.check;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.contract.model.QualityDimension;
import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.model.Threshold.Operator;
import io.meshwork.contract.read.odcs.ForeignKeys;
import io.meshwork.contract.read.value.Reference;
import java.util.List;
import java.util.Map;

/**
 * What the relationships of a contract promise. Warnings: many contracts draw a relationship to say how tables are joined, and not
 * that nothing is missing; who means that writes a check, which takes the place of the promise.
 */
final class KeyPromises {

    private static final Threshold NO_BAD_ROW = new Threshold(Operator.EQUAL, 0, null, false);

    private KeyPromises() {}

    static List<QualityCheck> of(DataProduct product, Dataset dataset, List<QualityCheck> explicit) {
        return ForeignKeys.of(product, dataset).stream()
                .filter(key -> explicit.stream()
                        .noneMatch(check -> check.fields().equals(key.fields())
                                && check.arguments().containsKey(Reference.ARGUMENT)))
                .map(key -> new QualityCheck(
                        "foreign-key:" + String.join(",", key.fields()),
                        dataset.name(),
                        key.fields(),
                        Metric.INCONSISTENT_ROWS,
                        QualityDimension.CONSISTENCY,
                        Map.of(
                                Reference.ARGUMENT,
                                new Reference(null, null, key.other(), key.counterparts(), List.of()).toMap()),
                        null,
                        NO_BAD_ROW,
                        Severity.WARNING,
                        ""))
                .toList();
    }
}
