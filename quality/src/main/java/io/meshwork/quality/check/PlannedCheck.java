package io.meshwork.quality.check;

import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.contract.model.QualityDimension;
import io.meshwork.contract.model.Threshold;
import java.util.List;

/**
 * A check as it will be run.
 *
 * @param name of the contract's check, or such as {@code required:id} for what the schema promises
 * @param fields logical names of the fields it looks at, empty for the whole dataset
 */
public record PlannedCheck(
        String name,
        String dataset,
        List<String> fields,
        QualityDimension dimension,
        Metric metric,
        Severity severity,
        Threshold threshold,
        Task task) {

    public PlannedCheck {
        fields = List.copyOf(fields);
    }

    /** What is to be done for a check. */
    public sealed interface Task {

        record Take(Measure measure) implements Task {}

        /** The check cannot be run anywhere. */
        record Skip(String reason) implements Task {}

        /** The check asks for something it cannot get. */
        record Refuse(String reason) implements Task {}
    }
}
