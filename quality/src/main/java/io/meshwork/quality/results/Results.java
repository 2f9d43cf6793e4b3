package io.meshwork.quality.results;

import io.meshwork.quality.score.CheckStatus;
import io.meshwork.quality.score.SelfMeasured;
import io.meshwork.quality.score.SelfMeasured.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers the checks of one document, or part of one. */
final class Results {

    private final Tool tool;
    private final String suite;
    private final @Nullable Instant measuredAt;
    private final List<SelfMeasured> checks = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    Results(Tool tool, @Nullable String suite, @Nullable Instant measuredAt) {
        this.tool = tool;
        this.suite = suite == null ? "" : Words.name(suite);
        this.measuredAt = measuredAt;
    }

    /** @param column empty for several or none */
    record Subject(String name, String dimension, String dataset, String column) {}

    void add(Subject subject, Found found) {
        checks.add(new SelfMeasured(
                Words.name(subject.name()),
                subject.dimension(),
                found.measured(),
                found.status() == CheckStatus.PASSED,
                found.status(),
                found.severity(),
                Words.name(subject.dataset()),
                Words.name(subject.column()),
                found.rowsTested(),
                found.rowsFailed(),
                Words.reason(found.message()),
                new Origin(tool.word(), suite, measuredAt)));
    }

    void leaveOut(String what) {
        leftOut.merge(what, 1, Integer::sum);
    }

    boolean isFull() {
        return checks.size() > ToolResults.MOST;
    }

    ToolResults done() {
        Stream<String> others = leftOut.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey() + (entry.getValue() == 1 ? "" : "s"));
        return new ToolResults(tool, checks, measuredAt, others.toList());
    }
}
