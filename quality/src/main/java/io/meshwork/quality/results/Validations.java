package io.meshwork.quality.results;

import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.quality.results.Results.Subject;
import io.meshwork.quality.score.CheckStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Validation results of Great Expectations 0.18 and 1.x, alone or as a checkpoint has them. Rows of the data are never looked at. */
final class Validations {

    private Validations() {}

    static ToolResults read(Node document) {
        Instant ofCheckpoint = Words.time(document.at("run_id").at("run_time").text());
        List<ToolResults> all = validations(document).stream()
                .map(validation -> validation(validation, ofCheckpoint))
                .toList();
        return new ToolResults(
                Tool.GREAT_EXPECTATIONS,
                all.stream()
                        .flatMap(one -> one.checks().stream())
                        .limit(ToolResults.MOST + 1L)
                        .toList(),
                all.stream()
                        .map(ToolResults::measuredAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null),
                List.of());
    }

    private static List<Node> validations(Node document) {
        if (document.at("run_results").isObject()) {
            return document.at("run_results").values().stream()
                    .map(result -> result.has("validation_result") ? result.at("validation_result") : result)
                    .toList();
        }
        return document.at("validation_results").isList()
                ? document.at("validation_results").items()
                : List.of(document);
    }

    private static ToolResults validation(Node validation, @Nullable Instant ofCheckpoint) {
        Node meta = validation.at("meta");
        String suite = validation
                .either("suite_name")
                .text(meta.either("expectation_suite_name").text(""));
        Instant time = Stream.of(
                        meta.at("run_id").at("run_time").text(),
                        meta.at("validation_time").text())
                .map(Words::time)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(ofCheckpoint);
        String asset = meta.at("active_batch_definition").at("data_asset_name").text("");
        Results results = new Results(Tool.GREAT_EXPECTATIONS, suite, time);
        for (Node result : validation.either("results", "expectations").items()) {
            Node expectation = result.at("expectation_config").isObject() ? result.at("expectation_config") : result;
            results.add(subject(expectation, asset), found(result, expectation));
            if (results.isFull()) {
                break;
            }
        }
        return results.done();
    }

    private static Subject subject(Node expectation, String asset) {
        String type = expectation.either("type", "expectation_type").text("unnamed expectation");
        Node kwargs = expectation.at("kwargs");
        List<String> columns = columns(kwargs);
        return new Subject(
                columns.isEmpty() ? type : type + "(" + String.join(", ", columns) + ")",
                Kinds.dimension(type),
                asset,
                columns.size() == 1 ? columns.getFirst() : "");
    }

    private static List<String> columns(Node kwargs) {
        List<String> columns = new ArrayList<>();
        Stream.of("column", "column_A", "column_B")
                .map(name -> kwargs.at(name).text())
                .filter(Objects::nonNull)
                .forEach(columns::add);
        Stream.of("column_list", "column_set")
                .flatMap(name -> kwargs.at(name).items().stream())
                .map(Node::text)
                .filter(Objects::nonNull)
                .limit(10)
                .forEach(columns::add);
        return columns;
    }

    private static Found found(Node result, Node expectation) {
        String exception = exception(result.at("exception_info"));
        Boolean success = result.at("success").truth();
        if (exception != null || success == null) {
            return Found.broken(exception == null ? "the document does not say whether it was met" : exception);
        }
        Node detail = result.at("result");
        Long tested = detail.at("element_count").count();
        Long failed = detail.at("unexpected_count").count();
        Double measured = measured(detail);
        Severity severity = switch (expectation.at("severity").text("")) {
            case "warning", "info" -> Severity.WARNING;
            default -> Severity.ERROR;
        };
        return new Found(
                success ? CheckStatus.PASSED : CheckStatus.FAILED,
                severity,
                measured,
                tested,
                tested == null ? null : failed,
                success ? null : message(measured, tested, failed));
    }

    /** What was observed, else the share of what was not expected, in percent. */
    private static @Nullable Double measured(Node detail) {
        Double observed = detail.at("observed_value").number();
        return observed == null
                ? detail.either("unexpected_percent", "unexpected_count").number()
                : observed;
    }

    private static String message(@Nullable Double measured, @Nullable Long tested, @Nullable Long failed) {
        if (tested != null && failed != null) {
            return failed + " of " + tested + " rows are not as expected";
        }
        return measured == null ? "not as expected" : "observed " + measured + ", which is not as expected";
    }

    /** One exception, or, since 1.0, one for each metric that could not be computed. */
    private static @Nullable String exception(Node info) {
        return Stream.concat(Stream.of(info), info.values().stream())
                .filter(one -> one.at("raised_exception").isTrue())
                .map(one -> one.at("exception_message").text("an exception was raised"))
                .distinct()
                .limit(3)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "), messages -> messages.isEmpty() ? null : messages));
    }
}
