package io.meshwork.quality.run;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.quality.check.CheckPlan;
import io.meshwork.quality.check.CheckPlanner;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.FilePorts;
import io.meshwork.quality.engine.FilePorts.Place;
import io.meshwork.quality.engine.ScanResult;
import io.meshwork.quality.score.DatasetScan;
import io.meshwork.quality.score.Scorecard;
import io.meshwork.quality.score.Scoring;
import io.meshwork.quality.score.SelfMeasured;
import java.util.ArrayList;
import java.util.List;

/** Checks a product's data against its contract. */
public final class Examination {

    private static final String NO_CHECKS =
            "the contract has no checks on data; add some, or say in the schema what is required or unique";

    private final Engine engine;

    public Examination(Engine engine) {
        this.engine = engine;
    }

    /** Whether there is a file to be read; everything else is answered at once. */
    public static boolean needsData(DataProduct product) {
        return CheckPlanner.plan(product).stream()
                .anyMatch(plan ->
                        !plan.measures().isEmpty() && FilePorts.find(product, plan.dataset()) instanceof Place.At);
    }

    /** Reads the data; may take as long as the data is large. */
    public Scorecard examine(DataProduct product, List<SelfMeasured> selfMeasured) {
        List<CheckPlan> plans = CheckPlanner.plan(product);
        if (plans.isEmpty()) {
            return Scoring.notChecked(NO_CHECKS, selfMeasured);
        }
        List<DatasetScan> scans = new ArrayList<>();
        for (CheckPlan plan : plans) {
            scans.add(new DatasetScan(plan, scan(product, plan)));
        }
        return Scoring.score(scans, selfMeasured);
    }

    private ScanResult scan(DataProduct product, CheckPlan plan) {
        if (plan.measures().isEmpty()) {
            return new ScanResult.Unreachable("no check on `" + plan.dataset() + "` can be run");
        }
        return switch (FilePorts.find(product, plan.dataset())) {
            case Place.At(var file) -> engine.scan(file, plan.measures());
            case Place.Nowhere(var reason) -> new ScanResult.Unreachable(reason);
        };
    }
}
