package io.meshwork.quality.results;

import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.quality.results.Results.Subject;
import io.meshwork.quality.score.CheckStatus;
import io.meshwork.quality.score.SelfMeasured;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events with the facet {@code dataQualityAssertions}, which stands among the facets of a dataset or of an input. */
final class OpenLineageEvents {

    private static final String FACET = "dataQualityAssertions";

    private OpenLineageEvents() {}

    static ToolResults read(Node event) {
        Results results = new Results(
                Tool.OPENLINEAGE,
                event.at("job").at("name").text(),
                Words.time(event.at("eventTime").text()));
        Stream.of(
                        event.at("inputs").items().stream(),
                        event.at("outputs").items().stream(),
                        Stream.of(event.at("dataset")))
                .flatMap(datasets -> datasets)
                .flatMap(dataset -> assertions(dataset).entrySet().stream())
                .takeWhile(_ -> !results.isFull())
                .forEach(assertion -> results.add(assertion.getKey(), found(assertion.getValue())));
        return results.done();
    }

    /** The same assertion in both places is one; that of the input says more. */
    private static Map<Subject, Node> assertions(Node dataset) {
        Map<Subject, Node> assertions = new LinkedHashMap<>();
        Stream.of("facets", "inputFacets", "outputFacets")
                .flatMap(facets -> dataset.at(facets).at(FACET).at("assertions").items().stream())
                .forEach(assertion ->
                        assertions.put(subject(assertion, dataset.at("name").text("")), assertion));
        return assertions;
    }

    private static Subject subject(Node assertion, String dataset) {
        String kind = assertion.at("assertion").text("unnamed assertion");
        String column = assertion.at("column").text("");
        String name = assertion.at("name").text(column.isEmpty() ? kind : kind + "(" + column + ")");
        return new Subject(name, Kinds.dimension(kind), dataset, column);
    }

    private static Found found(Node assertion) {
        Boolean success = assertion.at("success").truth();
        if (success == null) {
            return Found.broken("the event does not say whether it was met");
        }
        Double actual = number(assertion.at("actual"));
        boolean warning =
                assertion.at("severity").text("").toLowerCase(Locale.ROOT).startsWith("warn");
        return new Found(
                success ? CheckStatus.PASSED : CheckStatus.FAILED,
                warning ? Severity.WARNING : Severity.ERROR,
                actual,
                null,
                null,
                success ? null : assertion.at("message").text());
    }

    /** Written as text, by the specification. */
    private static @Nullable Double number(Node node) {
        String text = node.text("");
        if (!text.matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
            return node.number();
        }
        return Double.valueOf(text);
    }

    /** Of a run that tells the same several times, what it told last. */
    static List<SelfMeasured> lastOfEach(List<ToolResults> events) {
        Map<List<Object>, SelfMeasured> last = new LinkedHashMap<>();
        for (ToolResults event : events) {
            for (SelfMeasured check : event.checks()) {
                Object suite = check.origin() == null ? "" : check.origin().suite();
                last.put(List.of(suite, check.dataset(), check.name(), check.column()), check);
            }
        }
        return List.copyOf(last.values());
    }
}
