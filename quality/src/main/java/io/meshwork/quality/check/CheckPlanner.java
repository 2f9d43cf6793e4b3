package io.meshwork.quality.check;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.QualityCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles the checks of a contract, one plan per dataset, in the contract's order. */
public final class CheckPlanner {

    private CheckPlanner() {}

    /** Without other products; what is compared with them is not run. */
    public static List<CheckPlan> plan(DataProduct product) {
        return plan(product, Neighbours.NONE);
    }

    /** @return plans that hold at least one check each; empty when the contract promises nothing that could be checked */
    public static List<CheckPlan> plan(DataProduct product, Neighbours neighbours) {
        Map<String, List<QualityCheck>> explicit = new LinkedHashMap<>();
        Map<String, Dataset> datasets = new LinkedHashMap<>();
        for (Dataset dataset : product.schema()) {
            datasets.put(dataset.name(), dataset);
            explicit.put(dataset.name(), new ArrayList<>());
        }
        for (QualityCheck check : product.qualityChecks()) {
            explicit.computeIfAbsent(check.dataset(), name -> new ArrayList<>()).add(check);
        }
        List<CheckPlan> plans = new ArrayList<>();
        explicit.forEach((name, written) -> {
            Dataset dataset = datasets.get(name);
            List<QualityCheck> checks = new ArrayList<>(written);
            if (dataset != null) {
                checks.addAll(Promises.of(dataset, written));
                checks.addAll(KeyPromises.of(product, dataset, written));
            }
            if (!checks.isEmpty()) {
                CheckCompiler compiler = new CheckCompiler(name, dataset, product, neighbours);
                List<PlannedCheck> planned =
                        checks.stream().map(compiler::compile).toList();
                plans.add(new CheckPlan(name, planned, compiler.others()));
            }
        });
        return plans;
    }
}
