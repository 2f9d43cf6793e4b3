package io.meshwork.quality.results;

import static io.meshwork.quality.results.Documents.refused;
import static io.meshwork.quality.results.Documents.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.quality.score.SelfMeasured;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToolResultsTest {

    private static List<String> lines(ToolResults results) {
        return results.checks().stream().map(Documents::line).toList();
    }

    @Test
    void readsTestsOfDbtAndLeavesOutWhatTellsNothingOfTheData() {
        ToolResults results = understood(Documents.DBT);

        assertThat(results.tool()).isEqualTo(Tool.DBT);
        assertThat(results.measuredAt()).isEqualTo(Instant.parse("2026-03-01T02:00:00.123456Z"));
        assertThat(lines(results))
                .containsExactly(
                        "not_null_orders_id | orders | id | completeness | PASSED ERROR | 0.0 | null/null",
                        "unique_orders_id | orders | id | uniqueness | FAILED ERROR | 3.0 | null/null",
                        "accepted_values_orders_unique_state__a__b |  |  | validity | FAILED WARNING | 1.0 | null/null",
                        "relationships_orders_customer |  |  | consistency | ERROR ERROR | null | null/null",
                        "dbt_utils_recency_orders_day |  |  | timeliness | NOT_RUN ERROR | null | null/null");
        assertThat(results.checks())
                .extracting(SelfMeasured::message)
                .containsExactly(
                        null,
                        "Got 3 results, configured to fail if != 0",
                        "Got 1 result, configured to warn if != 0",
                        "Database Error in test relationships_orders_customer (models/schema.yml) no column customer",
                        "dbt skipped the test, as what it tests was not built");
        assertThat(results.leftOut()).containsExactly("1 model", "1 unit test");
    }

    @Test
    void readsOlderResultsOfDbtAndNoOthers() {
        String v4 = Documents.DBT.replace("run-results/v6", "run-results/v4");

        assertThat(understood(v4).checks()).hasSize(5);
        assertThat(refused(Documents.DBT.replace("run-results/v6", "run-results/v3"))
                        .code())
                .isEqualTo("results.version");
        ResultsFault sources = refused(Documents.DBT.replace("run-results/v6", "sources/v3"));
        assertThat(sources.pointer()).isEqualTo("/metadata/dbt_schema_version");
        assertThat(sources.advice()).contains("run_results.json");
    }

    @Test
    void readsAValidationOfGreatExpectationsWithItsRows() {
        ToolResults results = understood(Documents.GREAT_EXPECTATIONS);

        assertThat(results.measuredAt()).isEqualTo(Instant.parse("2026-03-01T03:00:00Z"));
        assertThat(lines(results))
                .containsExactly(
                        "expect_column_values_to_not_be_null(email) | orders | email | completeness | PASSED ERROR | 5.0 | 10/200",
                        "expect_column_mean_to_be_between(total) | orders | total | accuracy | FAILED WARNING | 7.5 | null/null",
                        "expect_column_pair_values_to_be_equal(a, b) | orders |  | consistency | ERROR ERROR | null | null/null",
                        "expect_column_values_to_be_unique(id) | orders | id | uniqueness | FAILED ERROR | 2.0 | 4/200");
        assertThat(results.checks())
                .extracting(SelfMeasured::message)
                .containsExactly(
                        null,
                        "observed 7.5, which is not as expected",
                        "no column a in table",
                        "4 of 200 rows are not as expected");
        assertThat(results.toString()).doesNotContain("secret");
    }

    @Test
    void readsACheckpointWithASuiteForEachValidation() {
        ToolResults results = understood(Documents.CHECKPOINT);

        assertThat(lines(results))
                .containsExactly(
                        "expect_table_row_count_to_be_between |  |  | completeness | PASSED ERROR | 12.0 | null/null",
                        "expect_column_to_exist(id) |  | id | validity | PASSED ERROR | null | null/null");
        assertThat(results.checks()).extracting(check -> check.origin().suite()).containsExactly("orders", "people");
        assertThat(results.measuredAt()).isEqualTo(Instant.parse("2026-03-01T03:00:00Z"));
        assertThat(results.inSuite("all").checks())
                .extracting(check -> check.origin().suite())
                .containsOnly("all");
    }

    @Test
    void readsWhatACheckpointDescribes() {
        ToolResults results = understood("""
                {"success": false, "statistics": {}, "validation_results": [{"success": false, "statistics": {},
                  "expectations": [{"expectation_type": "expect_column_values_to_be_in_set", "success": false,
                    "kwargs": {"column": "state"}, "result": {"element_count": 10, "unexpected_count": 1}}]}]}
                """);

        assertThat(lines(results))
                .containsExactly(
                        "expect_column_values_to_be_in_set(state) |  | state | validity | FAILED ERROR | 1.0 | 1/10");
        assertThat(results.measuredAt()).isNull();
    }

    @Test
    void readsAScanOfSodaAndTellsWhatItCouldNotEvaluate() {
        ToolResults results = understood(Documents.SODA);

        assertThat(results.measuredAt()).isEqualTo(Instant.parse("2026-03-01T04:00:00Z"));
        assertThat(lines(results))
                .containsExactly(
                        "ids are there | orders | id | completeness | FAILED ERROR | 5.0 | 5/50",
                        "row_count > 0 | orders |  | completeness | PASSED ERROR | 50.0 | null/null",
                        "duplicate_count(id) | orders | id | uniqueness | FAILED WARNING | 2.0 | null/null",
                        "freshness(row_count_at) < 1d | orders |  | timeliness | PASSED ERROR | null | null/null",
                        "soda scan |  |  | validity | ERROR ERROR | null | null/null");
        assertThat(results.checks().getLast().message())
                .isEqualTo("not all checks could be evaluated: column gone does not exist");
        assertThat(results.checks()).extracting(check -> check.origin().suite()).containsOnly("nightly");
    }

    @Test
    void readsAssertionsOfOpenLineageOnceWhereverTheyStand() {
        ToolResults results = understood(Documents.OPENLINEAGE);

        assertThat(lines(results))
                .containsExactly(
                        "unique_orders_id | shop.orders | id | uniqueness | FAILED WARNING | 3.0 | null/null",
                        "not_null(id) | shop.orders | id | completeness | PASSED ERROR | null | null/null",
                        "freshness | shop.sums |  | timeliness | PASSED ERROR | null | null/null");
        assertThat(results.checks().getFirst().origin().suite()).isEqualTo("orders.test");
    }

    @Test
    void takesOfAListOfEventsWhatWasToldLast() {
        String later = Documents.OPENLINEAGE
                .replace("05:00:00Z", "06:00:00Z")
                .replace("\"success\": false", "\"success\": true");

        ToolResults results = understood("[" + Documents.OPENLINEAGE + "," + later + "]");

        assertThat(results.checks()).hasSize(3).allMatch(SelfMeasured::passed);
        assertThat(results.measuredAt()).isEqualTo(Instant.parse("2026-03-01T06:00:00Z"));
    }

    @Test
    void saysWhatIsUnderstoodWhenItCannotTellTheTool() {
        ResultsFault fault = refused("{\"checks\": []}");

        assertThat(fault.code()).isEqualTo("results.unknown-tool");
        assertThat(fault.advice()).contains("run_results.json", "Great Expectations", "Soda Core", "OpenLineage");
        assertThat(refused(Documents.SODA, Tool.DBT).message()).contains("not of dbt", "Soda Core");
        assertThat(refused("{\"results\": []}", Tool.GREAT_EXPECTATIONS).code()).isEqualTo("results.empty");
    }

    @Test
    void refusesADocumentWithoutChecks() {
        String modelsOnly = Documents.DBT.replace("\"test.shop", "\"seed.shop");

        assertThat(refused(modelsOnly).message()).contains("only 1 model, 5 seeds, 1 unit test");
        assertThat(refused("[]").code()).isEqualTo("results.empty");
        assertThat(refused(Documents.DBT.replace("\"unique_id\": \"test.shop.unique", "\"id\": \""))
                        .pointer())
                .isEqualTo("/results/2");
    }

    @Test
    void refusesWhatIsNotJsonOrTooMuch() {
        assertThat(refused("").code()).isEqualTo("results.json");
        assertThat(refused("{\"metadata\": ").message()).contains("line 1");
        assertThat(refused("{} {}").code()).isEqualTo("results.json");
        assertThat(refused("[".repeat(100_000)).code()).isEqualTo("results.json");
        assertThat(refused("[" + "0,".repeat(600_000) + "0]").code()).isEqualTo("results.too-large");
        assertThat(refused(" ".repeat(ToolResults.LARGEST + 1)).code()).isEqualTo("results.too-large");
    }

    @Test
    void takesTwoThousandChecksAndNoMore() {
        assertThat(understood(assertions(2_000)).checks()).hasSize(2_000);
        assertThat(refused(assertions(2_001)).code()).isEqualTo("results.too-many");
        assertThat(refused("[" + assertions(1_500) + "," + assertions(501) + "]")
                        .code())
                .isEqualTo("results.too-many");
    }

    private static String assertions(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "{\"assertion\": \"a" + n + "\", \"success\": true}")
                .collect(Collectors.joining(
                        ",",
                        "{\"eventTime\": \"2026-03-01T05:00:00Z\", \"inputs\": [{\"name\": \"d\", \"facets\":"
                                + " {\"dataQualityAssertions\": {\"assertions\": [",
                        "]}}}]}"));
    }

    @Test
    void cutsNamesAndReasonsAndKeepsThemPrintable() {
        ToolResults results = understood(Documents.DBT
                .replace("unique_orders_id.", "x".repeat(5_000) + "\\u0007.")
                .replace("Got 3", "Got\\n\\n 3"));

        assertThat(results.checks().get(1).name()).hasSize(200).endsWith("…");
        assertThat(results.checks().get(1).message()).startsWith("Got 3 results");
    }

    @Test
    void cutsNoCharacterInTwo() {
        ToolResults results =
                understood(Documents.DBT.replace("unique_orders_id.", "x".repeat(198) + "\\uD83D\\uDE00 and more."));

        assertThat(results.checks().get(1).name()).isEqualTo("x".repeat(198) + "…");
    }

    @Test
    void saysThatWhatHasNoKnownOutcomeIsBroken() {
        assertThat(understood(Documents.DBT.replace("\"fail\"", "\"perhaps\""))
                        .checks()
                        .get(1)
                        .message())
                .contains("'perhaps'");
        assertThat(understood(Documents.SODA.replace("\"outcome\": \"fail\"", "\"outcome\": null"))
                        .checks()
                        .getFirst()
                        .message())
                .isEqualTo("Soda could not evaluate the check");
        assertThat(understood(Documents.OPENLINEAGE.replace("\"success\": true", "\"success\": 1"))
                        .checks()
                        .get(1)
                        .message())
                .contains("does not say");
    }
}
