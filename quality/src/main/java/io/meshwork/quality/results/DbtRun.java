package io.meshwork.quality.results;

import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.quality.results.Results.Subject;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code run_results.json}, artifact versions 4 to 6. Which model and column a test is about stands in {@code manifest.json}; without
 * that they are read from the query, where it is kept and is that of a test that dbt brings with it.
 */
final class DbtRun {

    private static final Pattern VERSION = Pattern.compile("/run-results/v(\\d{1,3})\\.json");
    private static final Pattern HASH = Pattern.compile("\\.[0-9a-f]{10}$");

    private DbtRun() {}

    static ToolResults read(Node document) throws UnusableException {
        Node metadata = document.at("metadata");
        checkVersion(metadata.at("dbt_schema_version"));
        Results results = new Results(
                Tool.DBT, null, Words.time(metadata.at("generated_at").text()));
        for (Node result : document.at("results").items()) {
            String id = result.at("unique_id").text();
            if (id == null) {
                throw new UnusableException(
                        "incomplete",
                        "a result has no unique_id",
                        "Send run_results.json as dbt has written it.",
                        result.pointer());
            }
            if (id.startsWith("test.")) {
                results.add(subject(id, result), found(result));
            } else {
                results.leaveOut(id.substring(0, Math.max(0, id.indexOf('.'))).replace('_', ' '));
            }
            if (results.isFull()) {
                break;
            }
        }
        return results.done();
    }

    private static void checkVersion(Node version) throws UnusableException {
        var artifact = VERSION.matcher(version.text(""));
        int number = artifact.find() ? Integer.parseInt(artifact.group(1)) : 0;
        if (number < 4 || number > 6) {
            throw new UnusableException(
                    "version",
                    "this is '" + Words.name(version.text("")) + "' of dbt, and run-results v4 to v6 are understood",
                    "Send target/run_results.json of a `dbt build` or `dbt test` (dbt 1.0 or later).",
                    version.pointer());
        }
    }

    private static Subject subject(String id, Node result) {
        String rest = id.substring("test.".length());
        String name = HASH.matcher(rest.substring(rest.indexOf('.') + 1)).replaceFirst("");
        TestQuery query = TestQuery.of(result.at("compiled_code").text(""));
        return new Subject(name, Kinds.dimensionOfTest(name), query.table(), query.column());
    }

    private static Found found(Node result) {
        String status = result.at("status").text("").toLowerCase(Locale.ROOT);
        Double failures = result.at("failures").number();
        String message = result.at("message").text();
        return switch (status) {
            case "pass" -> Found.passed(failures);
            case "fail" -> Found.failed(Severity.ERROR, failures, failed(failures, message));
            case "warn" -> Found.failed(Severity.WARNING, failures, failed(failures, message));
            case "error", "runtime error" -> Found.broken(message == null ? "dbt could not run the test" : message);
            case "skipped" ->
                Found.notRun(message == null ? "dbt skipped the test, as what it tests was not built" : message);
            default -> Found.broken("dbt gives it the status '" + Words.name(status) + "', which is not known");
        };
    }

    private static @Nullable String failed(@Nullable Double failures, @Nullable String message) {
        return message == null && failures != null ? "dbt counts " + failures.longValue() + " failures" : message;
    }
}
