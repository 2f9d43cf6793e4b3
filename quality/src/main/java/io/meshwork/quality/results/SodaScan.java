package io.meshwork.quality.results;

import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.quality.results.Results.Subject;
import io.meshwork.quality.score.CheckStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scan results of Soda Core 3, as {@code Scan.get_scan_results()} and {@code soda scan --scan-results-file} give them. */
final class SodaScan {

    /** Metrics that count rows of their dataset. */
    private static final Set<String> COUNTS_ROWS = Set.of("missing_count", "invalid_count");

    private final Results results;
    private final Map<String, Node> metrics = new HashMap<>();
    private final Map<String, Long> rows = new HashMap<>();

    private SodaScan(Node document) {
        this.results = new Results(
                Tool.SODA,
                document.at("definitionName").text(),
                Words.time(document.either("scanEndTimestamp", "dataTimestamp").text()));
        for (Node metric : document.at("metrics").items()) {
            String identity = metric.at("identity").text("");
            metrics.put(identity, metric);
            Long value = metric.at("value").count();
            if (value != null && metric.at("metricName").text("").equals("row_count")) {
                rows.put(identity, value);
            }
        }
    }

    static ToolResults read(Node document) {
        return new SodaScan(document).all(document);
    }

    private ToolResults all(Node document) {
        boolean toldOfErrors = false;
        for (Node check : Stream.concat(
                        document.at("checks").items().stream(),
                        document.at("automatedMonitoringChecks").items().stream())
                .toList()) {
            Found found = found(check);
            toldOfErrors |= found.status() == CheckStatus.ERROR;
            results.add(subject(check), found);
            if (results.isFull()) {
                return results.done();
            }
        }
        if (document.at("hasErrors").isTrue() && !toldOfErrors) {
            results.add(new Subject("soda scan", "validity", "", ""), Found.broken(errors(document)));
        }
        return results.done();
    }

    private Subject subject(Node check) {
        String line = line(check);
        String name = check.at("name").text(line);
        return new Subject(
                name.isEmpty() ? "unnamed check" : name,
                Kinds.dimension(line.isEmpty() ? name : line),
                check.at("table").text(""),
                check.at("column").text(""));
    }

    /** The check as it is written, below the line that names the dataset; without what stands in parentheses, such as columns. */
    private static String line(Node check) {
        return check.at("definition")
                .text("")
                .lines()
                .skip(1)
                .map(line -> line.strip().replaceFirst("^- ", ""))
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> line.replaceAll("\\([^()]{0,500}\\)", " "))
                .orElse("");
    }

    private Found found(Node check) {
        Node metric = metric(check);
        Double value = value(check, metric);
        Long failed = COUNTS_ROWS.contains(metric.at("metricName").text("")) && value != null
                ? (Long) value.longValue()
                : null;
        Long tested = failed == null ? null : tested(check.at("table").text(""));
        return switch (check.at("outcome").text("").toLowerCase(Locale.ROOT)) {
            case "pass" -> Found.passed(value).withRows(tested, failed);
            case "warn" ->
                Found.failed(Severity.WARNING, value, reason(check, value)).withRows(tested, failed);
            case "fail" ->
                Found.failed(Severity.ERROR, value, reason(check, value)).withRows(tested, failed);
            case "" -> Found.broken(Objects.requireNonNullElse(reasons(check), "Soda could not evaluate the check"));
            default -> Found.broken("Soda gives it an outcome that is not known");
        };
    }

    private Node metric(Node check) {
        return check.at("metrics").items().stream()
                .map(identity -> metrics.get(identity.text("")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(new Node(null, check.pointer()));
    }

    private static @Nullable Double value(Node check, Node metric) {
        Double diagnosed =
                check.at("diagnostics").either("value", "check_value").number();
        return diagnosed == null ? metric.at("value").number() : diagnosed;
    }

    /** Rows of a table, when exactly one metric has counted them. */
    private @Nullable Long tested(String table) {
        List<Long> counts = rows.entrySet().stream()
                .filter(entry -> !table.isEmpty() && entry.getKey().endsWith("-" + table + "-row_count"))
                .map(Map.Entry::getValue)
                .toList();
        return counts.size() == 1 ? counts.getFirst() : null;
    }

    private static String reason(Node check, @Nullable Double value) {
        String reasons = reasons(check);
        if (reasons != null) {
            return reasons;
        }
        return value == null ? "Soda's threshold was not met" : "Soda measured " + value;
    }

    private static @Nullable String reasons(Node check) {
        String reasons = check.at("outcomeReasons").items().stream()
                .map(reason -> reason.at("message").text())
                .filter(Objects::nonNull)
                .limit(3)
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? null : reasons;
    }

    /** Checks that could not be evaluated are not in the results of a scan at all; only its log tells. */
    private static String errors(Node document) {
        return document.at("logs").items().stream()
                .filter(log -> log.at("level").text("").equalsIgnoreCase("error"))
                .map(log -> log.at("message").text())
                .filter(Objects::nonNull)
                .limit(2)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "),
                        messages -> "not all checks could be evaluated"
                                + (messages.isEmpty() ? "; see the log of the scan" : ": " + messages)));
    }
}
