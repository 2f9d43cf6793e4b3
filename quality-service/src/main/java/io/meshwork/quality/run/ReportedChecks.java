package io.meshwork.quality.run;

import io.meshwork.quality.score.SelfMeasured;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What tools have found out counts in every run until the same tool tells something newer, or it is too old. */
public final class ReportedChecks {

    private final ToolReports reports;
    private final Runs runs;
    private final Duration counted;
    private final Clock clock;

    /** @param counted how long a report counts that no other replaces */
    public ReportedChecks(ToolReports reports, Runs runs, Duration counted, Clock clock) {
        this.reports = reports;
        this.runs = runs;
        this.counted = counted;
        this.clock = clock;
    }

    /** A version whose checks are asked for. */
    public record Subject(String productId, String version) {}

    /** How old a report may be, to count at all. */
    public Duration counted() {
        return counted;
    }

    /** @return those that change something */
    public Set<ToolReport> take(Collection<ToolReport> told) {
        return told.isEmpty() ? Set.of() : reports.keep(told, oldest());
    }

    /** What counts now for each of these versions; versions without any are absent. */
    public Map<Subject, List<SelfMeasured>> standing(Collection<Subject> subjects) {
        Set<String> products = subjects.stream().map(Subject::productId).collect(Collectors.toSet());
        Map<String, List<ToolReport>> all =
                reports.of(products, oldest()).stream().collect(Collectors.groupingBy(ToolReport::productId));
        if (all.isEmpty()) {
            return Map.of();
        }
        Map<String, Set<String>> versions = runs.versions(all.keySet());
        Map<Subject, List<SelfMeasured>> standing = new HashMap<>();
        for (Subject subject : subjects) {
            boolean latest = LatestVersion.of(versions.getOrDefault(subject.productId(), Set.of()))
                    .filter(subject.version()::equals)
                    .isPresent();
            List<SelfMeasured> checks =
                    counting(all.getOrDefault(subject.productId(), List.of()), subject.version(), latest);
            if (!checks.isEmpty()) {
                standing.put(subject, checks);
            }
        }
        return standing;
    }

    private Instant oldest() {
        return clock.instant().minus(counted);
    }

    /** The newest of each tool and suite, be it about this version or about the latest. */
    static List<SelfMeasured> counting(List<ToolReport> reports, String version, boolean latest) {
        Map<List<String>, ToolReport> newest = new LinkedHashMap<>();
        reports.stream()
                .filter(report -> report.version().equals(version)
                        || (latest && report.version().isEmpty()))
                .forEach(report -> newest.merge(
                        List.of(report.tool(), report.suite()),
                        report,
                        (one, other) -> other.measuredAt().isAfter(one.measuredAt()) ? other : one));
        return newest.values().stream()
                .flatMap(report -> report.checks().stream())
                .toList();
    }
}
