package io.meshwork.quality.check;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.quality.check.PlannedCheck.Task;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All checks on one dataset.
 *
 * @param others products whose data is compared with
 */
public record CheckPlan(String dataset, List<PlannedCheck> checks, Map<Measure.Other, DataProduct> others) {

    public CheckPlan {
        checks = List.copyOf(checks);
        others = Map.copyOf(others);
    }

    /** What an engine has to measure, each thing once. */
    public Set<Measure> measures() {
        Set<Measure> measures = new LinkedHashSet<>();
        for (PlannedCheck check : checks) {
            if (check.task() instanceof Task.Take(Measure measure)) {
                measures.add(measure);
            }
        }
        return measures;
    }
}
