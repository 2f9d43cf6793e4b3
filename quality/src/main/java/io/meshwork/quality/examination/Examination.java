package io.meshwork.quality.examination;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.quality.check.CheckPlan;
import io.meshwork.quality.check.CheckPlanner;
import io.meshwork.quality.check.Measure;
import io.meshwork.quality.check.PlannedCheck;
import io.meshwork.quality.check.PlannedCheck.Task;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.Ports;
import io.meshwork.quality.engine.Ports.Place;
import io.meshwork.quality.engine.Rows;
import io.meshwork.quality.engine.ScanResult;
import io.meshwork.quality.engine.Source;
import io.meshwork.quality.profile.DataProfile;
import io.meshwork.quality.profile.Declared;
import io.meshwork.quality.profile.Profiling;
import io.meshwork.quality.profile.Profiling.Profiled;
import io.meshwork.quality.sample.FailedRows;
import io.meshwork.quality.score.CheckScore;
import io.meshwork.quality.score.CheckStatus;
import io.meshwork.quality.score.DatasetScan;
import io.meshwork.quality.score.Scorecard;
import io.meshwork.quality.score.Scoring;
import io.meshwork.quality.score.SelfMeasured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks a product's data against its contract. */
public final class Examination {

    private static final String NO_CHECKS =
            "the contract has no checks on data; add some, or say in the schema what is required or unique";

    private final Engine<Source> engine;

    public Examination(Engine<Source> engine) {
        this.engine = engine;
    }

    /** Whether there is data to be read; everything else is answered at once. */
    public static boolean needsData(DataProduct product) {
        return datasets(product).anyMatch(dataset -> Ports.find(product, dataset) instanceof Place.At);
    }

    private static Stream<String> datasets(DataProduct product) {
        return Stream.concat(
                        product.schema().stream().map(Dataset::name),
                        CheckPlanner.plan(product).stream()
                                .filter(plan -> !plan.measures().isEmpty())
                                .map(CheckPlan::dataset))
                .distinct();
    }

    /** The checks alone; may take as long as the data is large. */
    public Scorecard check(DataProduct product, List<SelfMeasured> selfMeasured) {
        return score(scan(product), selfMeasured);
    }

    /** The checks, a profile of the data, and rows that break a check. */
    public Examined examine(DataProduct product, List<SelfMeasured> selfMeasured) {
        List<DatasetScan> scans = scan(product);
        Scorecard scorecard = score(scans, selfMeasured);
        List<DataProfile> profiles = new ArrayList<>();
        List<FailedRows> samples = new ArrayList<>();
        datasets(product).forEach(dataset -> {
            if (Ports.find(product, dataset) instanceof Place.At(Source source)) {
                Declared declared = Declared.of(product, dataset);
                @Nullable Long rows = rows(scans, dataset);
                Profiled profiled = Profiling.of(dataset, declared, engine.look(source, declared.columns(), rows));
                profiles.add(profiled.profile());
                samples.addAll(samples(source, failed(scans, dataset, scorecard), declared, profiled));
            }
        });
        return new Examined(scorecard, profiles, samples);
    }

    private static Scorecard score(List<DatasetScan> scans, List<SelfMeasured> selfMeasured) {
        return scans.isEmpty() ? Scoring.notChecked(NO_CHECKS, selfMeasured) : Scoring.score(scans, selfMeasured);
    }

    private List<DatasetScan> scan(DataProduct product) {
        return CheckPlanner.plan(product).stream()
                .map(plan -> new DatasetScan(plan, scan(product, plan)))
                .toList();
    }

    private ScanResult scan(DataProduct product, CheckPlan plan) {
        if (plan.measures().isEmpty()) {
            return new ScanResult.Unreachable("no check on `" + plan.dataset() + "` can be run");
        }
        return switch (Ports.find(product, plan.dataset())) {
            case Place.At(var source) -> engine.scan(source, plan.measures());
            case Place.Nowhere(var reason) -> new ScanResult.Unreachable(reason);
        };
    }

    private static @Nullable Long rows(List<DatasetScan> scans, String dataset) {
        for (DatasetScan scan : scans) {
            if (scan.plan().dataset().equals(dataset) && scan.result() instanceof ScanResult.Measured measured) {
                return measured.rows();
            }
        }
        return null;
    }

    /** What the checks of a dataset that failed have measured. */
    private static Map<PlannedCheck, Measure> failed(List<DatasetScan> scans, String dataset, Scorecard scorecard) {
        Set<String> failed = new LinkedHashSet<>();
        scorecard.checks().stream()
                .filter(check ->
                        check.status() == CheckStatus.FAILED && check.dataset().equals(dataset))
                .map(CheckScore::name)
                .forEach(failed::add);
        Map<PlannedCheck, Measure> measures = new LinkedHashMap<>();
        scans.stream()
                .filter(scan -> scan.plan().dataset().equals(dataset))
                .flatMap(scan -> scan.plan().checks().stream())
                .filter(check -> failed.contains(check.name()))
                .forEach(check -> {
                    if (check.task() instanceof Task.Take(Measure measure)) {
                        measures.put(check, measure);
                    }
                });
        return measures;
    }

    private List<FailedRows> samples(
            Source source, Map<PlannedCheck, Measure> failed, Declared declared, Profiled profiled) {
        if (failed.isEmpty()) {
            return List.of();
        }
        Map<Measure, Rows> rows = engine.failing(source, new LinkedHashSet<>(failed.values()), declared.key());
        List<FailedRows> samples = new ArrayList<>();
        failed.forEach((check, measure) -> {
            Rows found = rows.get(measure);
            if (found != null) {
                samples.add(FailedRows.masked(check.name(), check.dataset(), found, profiled.shown()));
            }
        });
        return samples;
    }
}
