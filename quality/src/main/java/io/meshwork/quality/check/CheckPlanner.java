package io.meshwork.quality.check;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.QualityCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles the checks of a contract, one plan per dataset, in the contract's order. */
public final class CheckPlanner {

    private CheckPlanner() {}

    /** @return plans that hold at least one check each; empty when the contract promises nothing that could be checked */
    public static List<CheckPlan> plan(DataProduct product) {
        Map<String, List<QualityCheck>> explicit = new LinkedHashMap<>();
        Map<String, Dataset> datasets = new LinkedHashMap<>();
        for (Dataset dataset : product.schema()) {
            datasets.put(dataset.name(), dataset);
            explicit.put(dataset.name(), new ArrayList<>());
        }
        for (QualityCheck check : product.qualityChecks()) {
            explicit.computeIfAbsent(check.dataset(), name -> new ArrayList<>()).add(check);
        }
        return explicit.entrySet().stream()
                .map(entry -> plan(entry.getKey(), datasets.get(entry.getKey()), entry.getValue()))
                .filter(plan -> !plan.checks().isEmpty())
                .toList();
    }

    private static CheckPlan plan(String name, @Nullable Dataset dataset, List<QualityCheck> explicit) {
        List<QualityCheck> checks = new ArrayList<>(explicit);
        if (dataset != null) {
            checks.addAll(Promises.of(dataset, explicit));
        }
        CheckCompiler compiler = new CheckCompiler(name, dataset);
        return new CheckPlan(name, checks.stream().map(compiler::compile).toList());
    }
}
