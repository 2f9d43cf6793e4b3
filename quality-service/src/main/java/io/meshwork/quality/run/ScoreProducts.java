package io.meshwork.quality.run;

import io.meshwork.quality.score.Scorecard;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives every published version a score: at once when there is nothing to read, else by a scan. */
public final class ScoreProducts {

    private final Runs runs;
    private final Examination examination;
    private final Clock clock;

    public ScoreProducts(Runs runs, Examination examination, Clock clock) {
        this.runs = runs;
        this.examination = examination;
        this.clock = clock;
    }

    /** Keeps the versions; answers with those whose data must be read. */
    public List<Version> publish(List<Version> versions) {
        runs.keep(versions);
        return versions.stream().filter(v -> Examination.needsData(v.product())).toList();
    }

    /** Scores versions without reading anything. */
    public List<Run> answerWithoutData(List<Version> versions) {
        List<Finding> findings = versions.stream()
                .map(v -> new Finding(
                        v.productId(), v.version(), ScanRequest.PUBLISHED, examination.examine(v.product(), List.of())))
                .toList();
        return record(findings);
    }

    /** A scorecard that is not numbered yet. */
    public record Finding(String productId, String version, String trigger, Scorecard scorecard) {}

    /** Numbers and keeps runs, inside the transaction that announces them. */
    public List<Run> record(List<Finding> findings) {
        if (findings.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> counts = new HashMap<>();
        findings.forEach(finding -> counts.merge(finding.productId(), 1, Integer::sum));
        Map<String, Long> next = new HashMap<>(runs.takeSequences(counts));
        next.replaceAll((productId, last) -> last - counts.getOrDefault(productId, 0) + 1);
        List<Run> numbered = new ArrayList<>();
        for (Finding finding : findings) {
            long sequence = next.merge(finding.productId(), 1L, Long::sum) - 1;
            numbered.add(new Run(
                    finding.productId(),
                    finding.version(),
                    sequence,
                    finding.trigger(),
                    finding.scorecard(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS)));
        }
        runs.record(numbered);
        return numbered;
    }
}
