package io.meshwork.quality.score;

import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.quality.engine.ScanResult;
import io.meshwork.quality.engine.Window;
import io.meshwork.quality.score.Scorecard.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From check results to a scorecard.
 *
 * <ul>
 *   <li>A check scores the share 0..1 of rows (completeness: of cells) that keep the rule; a row count, a query, or an unusual
 *       condition scores 1 when it holds, else 0; a check that cannot be tested scores 0; one that is not run has no score.
 *   <li>A dimension scores the mean of its checks.
 *   <li>The product scores the mean of all its checks, where an error counts {@value #ERROR_WEIGHT} times and a warning once.
 *   <li>The verdict does not follow from the score: failed when any error-severity check does not hold or cannot be tested.
 * </ul>
 */
public final class Scoring {

    static final int ERROR_WEIGHT = 2;

    private Scoring() {}

    public static Scorecard score(List<DatasetScan> scans, List<SelfMeasured> selfMeasured) {
        List<CheckScore> checks = new ArrayList<>();
        for (DatasetScan scan : scans) {
            scan.plan().checks().forEach(check -> checks.add(Judge.judge(check, scan.result())));
            windows(scan)
                    .flatMap(window -> Legibility.of(scan.plan().dataset(), window))
                    .forEach(checks::add);
        }
        selfMeasured.forEach(measured -> checks.add(measured.score()));
        return new Scorecard(
                verdict(checks),
                overall(checks),
                reason(scans, checks),
                dimensions(checks),
                checks,
                rows(scans),
                micros(scans),
                List.of(),
                scans.stream()
                        .flatMap(scan -> windows(scan).map(window -> scan.plan().dataset() + ": " + window.inWords()))
                        .toList());
    }

    /** The scorecard of a product that is not looked at. */
    public static Scorecard notChecked(String reason, List<SelfMeasured> selfMeasured) {
        List<CheckScore> checks = selfMeasured.stream().map(SelfMeasured::score).toList();
        return new Scorecard(
                verdict(checks), overall(checks), reason, dimensions(checks), checks, null, 0, List.of(), List.of());
    }

    private static Verdict verdict(List<CheckScore> checks) {
        if (checks.stream().allMatch(check -> check.status() == CheckStatus.NOT_RUN)) {
            return Verdict.NOT_CHECKED;
        }
        boolean broken = checks.stream()
                .filter(check -> check.severity() == Severity.ERROR)
                .anyMatch(check -> check.status() == CheckStatus.FAILED || check.status() == CheckStatus.ERROR);
        return broken ? Verdict.FAILED : Verdict.PASSED;
    }

    private static @Nullable Double overall(List<CheckScore> checks) {
        double sum = 0;
        for (CheckScore check : checks) {
            if (check.score() instanceof Double score) {
                sum += weight(check) * score;
            }
        }
        double weights = weights(checks);
        return weights == 0 ? null : sum / weights;
    }

    static int weight(CheckScore check) {
        return check.severity() == Severity.ERROR ? ERROR_WEIGHT : 1;
    }

    /** Of the checks that have a score. */
    static double weights(List<CheckScore> checks) {
        return checks.stream()
                .filter(check -> check.score() != null)
                .mapToInt(Scoring::weight)
                .sum();
    }

    private static List<DimensionScore> dimensions(List<CheckScore> checks) {
        Map<String, List<Double>> scores = new LinkedHashMap<>();
        for (CheckScore check : checks) {
            if (check.score() instanceof Double score) {
                scores.computeIfAbsent(check.dimension(), name -> new ArrayList<>())
                        .add(score);
            }
        }
        return scores.entrySet().stream()
                .map(entry -> new DimensionScore(
                        entry.getKey(),
                        entry.getValue().stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow()))
                .toList();
    }

    private static @Nullable String reason(List<DatasetScan> scans, List<CheckScore> checks) {
        Set<String> reasons = new LinkedHashSet<>();
        for (DatasetScan scan : scans) {
            switch (scan.result()) {
                case ScanResult.Unreachable(String reason) -> reasons.add(reason);
                case ScanResult.Unreadable(String reason) -> reasons.add(reason);
                case ScanResult.Measured measured
                when measured.rows() == 0 ->
                    reasons.add("the data of `" + scan.plan().dataset() + "` has no rows");
                case ScanResult.Measured measured -> {}
            }
        }
        if (reasons.isEmpty()) {
            notRun(checks).forEach(reasons::add);
        }
        return reasons.isEmpty() ? null : String.join("; ", reasons);
    }

    private static Stream<String> notRun(List<CheckScore> checks) {
        long count = checks.stream()
                .filter(check -> check.status() == CheckStatus.NOT_RUN)
                .count();
        return count == 0
                ? Stream.empty()
                : Stream.of(count + (count == 1 ? " check was" : " checks were") + " not run");
    }

    private static Stream<Window> windows(DatasetScan scan) {
        return scan.result() instanceof ScanResult.Measured measured
                ? Stream.ofNullable(measured.window())
                : Stream.empty();
    }

    private static @Nullable Long rows(List<DatasetScan> scans) {
        List<Long> rows = scans.stream()
                .map(DatasetScan::result)
                .filter(ScanResult.Measured.class::isInstance)
                .map(result -> ((ScanResult.Measured) result).rows())
                .toList();
        return rows.isEmpty() ? null : rows.stream().mapToLong(Long::longValue).sum();
    }

    private static long micros(List<DatasetScan> scans) {
        return scans.stream()
                .map(DatasetScan::result)
                .filter(ScanResult.Measured.class::isInstance)
                .mapToLong(result -> ((ScanResult.Measured) result).took().toNanos() / 1000)
                .sum();
    }
}
