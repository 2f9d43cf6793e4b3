package io.meshwork.quality.run;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.quality.examination.Examination;
import io.meshwork.quality.examination.Examined;
import io.meshwork.quality.profile.Anomalies;
import io.meshwork.quality.profile.DataProfile;
import io.meshwork.quality.run.ReportedChecks.Subject;
import io.meshwork.quality.score.SelfMeasured;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gives every published version a score: at once when there is nothing to read, else by a scan. */
public final class ScoreProducts {

    private final Runs runs;
    private final Profiles profiles;
    private final Examination examination;
    private final ReportedChecks reported;
    private final boolean anomalies;
    private final Clock clock;

    /** @param anomalies whether runs get hints about unusual numbers */
    public ScoreProducts(
            Runs runs,
            Profiles profiles,
            Examination examination,
            ReportedChecks reported,
            boolean anomalies,
            Clock clock) {
        this.runs = runs;
        this.profiles = profiles;
        this.examination = examination;
        this.reported = reported;
        this.anomalies = anomalies;
        this.clock = clock;
    }

    /** Keeps the versions; answers with those whose data must be read. */
    public List<Version> publish(List<Version> versions) {
        runs.keep(versions);
        return versions.stream().filter(v -> Examination.needsData(v.product())).toList();
    }

    /** Scores versions without reading anything. */
    public List<Run> answerWithoutData(List<Version> versions) {
        if (versions.isEmpty()) {
            return List.of();
        }
        Map<Subject, List<SelfMeasured>> standing = reported.standing(versions.stream()
                .map(v -> new Subject(v.productId(), v.version()))
                .toList());
        List<Finding> findings = versions.stream()
                .map(v -> new Finding(
                        v.productId(),
                        v.version(),
                        ScanRequest.PUBLISHED,
                        examination.examine(
                                v.product(),
                                standing.getOrDefault(new Subject(v.productId(), v.version()), List.of()))))
                .toList();
        return record(findings);
    }

    /** Reads the data of a version; may take as long as the data is large. */
    public Finding examine(ScanRequest request, DataProduct product) {
        Subject subject = new Subject(request.productId(), request.version());
        List<SelfMeasured> measured = Stream.concat(
                        request.selfMeasured().stream(),
                        reported.standing(List.of(subject)).getOrDefault(subject, List.of()).stream())
                .toList();
        Examined examined = examination.examine(product, measured);
        return new Finding(
                request.productId(),
                request.version(),
                request.trigger(),
                anomalies ? withHints(request.productId(), examined) : examined);
    }

    private Examined withHints(String productId, Examined examined) {
        List<DataProfile> history = profiles.history(productId, Profiles.MOST_PROFILES).stream()
                .flatMap(kept -> kept.datasets().stream())
                .toList();
        List<String> hints = Anomalies.hints(examined.profiles(), history);
        return new Examined(examined.scorecard().withHints(hints), examined.profiles(), examined.samples());
    }

    /** What came of examining a version; not numbered yet. */
    public record Finding(String productId, String version, String trigger, Examined examined) {}

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
            Run run = new Run(
                    finding.productId(),
                    finding.version(),
                    sequence,
                    finding.trigger(),
                    finding.examined().scorecard(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            numbered.add(run);
            keep(run, finding.examined());
        }
        runs.record(numbered);
        return numbered;
    }

    private void keep(Run run, Examined examined) {
        if (!examined.profiles().isEmpty()) {
            profiles.keep(List.of(new Profiles.Kept(
                    run.productId(), run.version(), run.sequence(), examined.profiles(), run.scoredAt())));
            profiles.keepSamples(run.productId(), run.sequence(), examined.samples());
        }
    }
}
