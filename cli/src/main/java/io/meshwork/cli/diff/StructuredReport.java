package io.meshwork.cli.diff;

import io.meshwork.contract.change.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The comparison as one object, the same in JSON and YAML. */
final class StructuredReport {

    private StructuredReport() {}

    static Map<String, Object> of(Comparison comparison) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("product", comparison.after().id());
        report.put("from", comparison.before().version());
        report.put("to", comparison.after().version());
        report.put("requiredVersion", comparison.requiredVersion());
        report.put("versionIsEnough", comparison.versionIsEnough());
        report.put("breaking", comparison.changes().stream().anyMatch(Change::isBreaking));
        report.put("changes", changes(comparison.changes()));
        return report;
    }

    private static List<Map<String, Object>> changes(List<Change> changes) {
        return changes.stream().map(StructuredReport::change).toList();
    }

    @SuppressWarnings("NullAway") // null says that there was nothing before, or is nothing after
    private static Map<String, Object> change(Change change) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("impact", change.impact().text());
        line.put("kind", change.kind().text());
        line.put("path", change.path());
        line.put("pointer", change.pointer());
        line.put("before", change.before());
        line.put("after", change.after());
        line.put("reason", change.reason());
        return line;
    }
}
