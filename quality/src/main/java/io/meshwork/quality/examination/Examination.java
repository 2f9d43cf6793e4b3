package io.meshwork.quality.examination;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.quality.check.CheckPlan;
import io.meshwork.quality.check.CheckPlanner;
import io.meshwork.quality.check.Measure;
import io.meshwork.quality.check.Neighbours;
import io.meshwork.quality.check.PlannedCheck;
import io.meshwork.quality.check.PlannedCheck.Task;
import io.meshwork.quality.engine.Data;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.Others;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks a product's data against its contract. */
public final class Examination {

    private static final String NO_CHECKS =
            "the contract has no checks on data; add some, or say in the schema what is required or unique";

    private static final Data NOTHING = new Data.Closed("nothing is to be read");

    private final Engine<Source> engine;
    private final Neighbours neighbours;

    /** @param neighbours whose data may be compared with */
    public Examination(Engine<Source> engine, Neighbours neighbours) {
        this.engine = engine;
        this.neighbours = neighbours;
    }

    /** Of products that stand alone. */
    public Examination(Engine<Source> engine) {
        this(engine, Neighbours.NONE);
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
        List<DatasetScan> scans = new ArrayList<>();
        for (CheckPlan plan : CheckPlanner.plan(product, known())) {
            try (Data data = plan.measures().isEmpty() ? NOTHING : open(product, plan.dataset(), others(plan))) {
                scans.add(scan(data, plan));
            }
        }
        return score(scans, selfMeasured);
    }

    /** The checks, a profile of the data, and rows that break a check; one dataset after the other. */
    public Examined examine(DataProduct product, List<SelfMeasured> selfMeasured) {
        Map<String, CheckPlan> plans = new LinkedHashMap<>();
        CheckPlanner.plan(product, known()).forEach(plan -> plans.put(plan.dataset(), plan));
        Set<String> withData = datasets(product).collect(Collectors.toSet());
        List<DatasetScan> scans = new ArrayList<>();
        List<DataProfile> profiles = new ArrayList<>();
        List<FailedRows> samples = new ArrayList<>();
        Stream.concat(datasets(product), plans.keySet().stream()).distinct().forEach(dataset -> {
            CheckPlan plan = plans.get(dataset);
            try (Data data = withData.contains(dataset) ? open(product, dataset, others(plan)) : NOTHING) {
                DatasetScan scan = plan == null ? null : scan(data, plan);
                Stream.ofNullable(scan).forEach(scans::add);
                if (!(data instanceof Data.Closed)) {
                    Declared declared = Declared.of(product, dataset);
                    Profiled profiled = Profiling.of(dataset, declared, data.look(declared.columns(), rows(scan)));
                    profiles.add(profiled.profile());
                    samples.addAll(samples(data, failed(scan), declared, profiled));
                }
            }
        });
        return new Examined(score(scans, selfMeasured), profiles, samples);
    }

    private static Scorecard score(List<DatasetScan> scans, List<SelfMeasured> selfMeasured) {
        return scans.isEmpty() ? Scoring.notChecked(NO_CHECKS, selfMeasured) : Scoring.score(scans, selfMeasured);
    }

    /** Each of them is asked for once, whatever number of checks name it. */
    private Neighbours known() {
        Map<List<String>, Neighbours.Found> found = new HashMap<>();
        return (productId, version) -> found.computeIfAbsent(
                List.of(productId, version == null ? "" : version), key -> neighbours.find(productId, version));
    }

    private static Others others(@Nullable CheckPlan plan) {
        Map<Measure.Other, Place> places = new HashMap<>();
        if (plan != null) {
            plan.others().forEach((other, product) -> places.put(other, Ports.find(product, other.dataset())));
        }
        return new Others(places, "no contract says where it is");
    }

    private Data open(DataProduct product, String dataset, Others others) {
        return switch (Ports.find(product, dataset)) {
            case Place.At(var source) -> engine.open(source, others);
            case Place.Nowhere(var reason) -> new Data.Closed(reason);
        };
    }

    private static DatasetScan scan(Data data, CheckPlan plan) {
        return new DatasetScan(
                plan,
                plan.measures().isEmpty()
                        ? new ScanResult.Unreachable("no check on `" + plan.dataset() + "` can be run")
                        : data.scan(plan.measures()));
    }

    private static @Nullable Long rows(@Nullable DatasetScan scan) {
        return scan != null && scan.result() instanceof ScanResult.Measured measured ? measured.rows() : null;
    }

    /** What the checks that failed have measured. */
    private static Map<PlannedCheck, Measure> failed(@Nullable DatasetScan scan) {
        if (scan == null) {
            return Map.of();
        }
        Set<String> failed = Scoring.score(List.of(scan), List.of()).checks().stream()
                .filter(check -> check.status() == CheckStatus.FAILED)
                .map(CheckScore::name)
                .collect(Collectors.toSet());
        Map<PlannedCheck, Measure> measures = new LinkedHashMap<>();
        for (PlannedCheck check : scan.plan().checks()) {
            if (failed.contains(check.name()) && check.task() instanceof Task.Take(Measure measure)) {
                measures.put(check, measure);
            }
        }
        return measures;
    }

    private static List<FailedRows> samples(
            Data data, Map<PlannedCheck, Measure> failed, Declared declared, Profiled profiled) {
        if (failed.isEmpty()) {
            return List.of();
        }
        Map<Measure, Rows> rows = data.failing(new LinkedHashSet<>(failed.values()), declared.key());
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
