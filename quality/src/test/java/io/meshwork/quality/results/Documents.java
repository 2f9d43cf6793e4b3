package io.meshwork.quality.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.quality.score.SelfMeasured;
import org.jspecify.annotations.Nullable;

/** Documents as tools write them, small. */
final class Documents {

    static final String DBT = """
            {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/run-results/v6.json", "dbt_version": "1.9.1",
              "generated_at": "2026-03-01T02:00:00.123456Z", "env": {}},
             "results": [
              {"status": "success", "unique_id": "model.shop.orders", "failures": null, "message": "OK", "timing": []},
              {"status": "pass", "unique_id": "test.shop.not_null_orders_id.cf6c17daed", "failures": 0, "message": null,
               "compiled_code": "\\n\\nselect id\\nfrom \\"dev\\".\\"main\\".\\"orders\\"\\nwhere id is null\\n\\n"},
              {"status": "fail", "unique_id": "test.shop.unique_orders_id.fed79b3a6e", "failures": 3,
               "message": "Got 3 results, configured to fail if != 0",
               "compiled_code": "select\\n    id as unique_field,\\n    count(*) as n_records\\nfrom \\"dev\\".\\"main\\".\\"orders\\""},
              {"status": "warn", "unique_id": "test.shop.accepted_values_orders_unique_state__a__b.be6b5b5ec3", "failures": 1,
               "message": "Got 1 result, configured to warn if != 0"},
              {"status": "error", "unique_id": "test.shop.relationships_orders_customer.c6ec7f58f2", "failures": null,
               "message": "Database Error in test relationships_orders_customer (models/schema.yml)\\n  no column customer\\n"},
              {"status": "skipped", "unique_id": "test.shop.dbt_utils_recency_orders_day.0123456789", "failures": null, "message": null},
              {"status": "pass", "unique_id": "unit_test.shop.orders.sums_up", "failures": 0, "message": null}]}
            """;

    static final String GREAT_EXPECTATIONS = """
            {"success": false, "suite_name": "orders_suite", "statistics": {"evaluated_expectations": 4},
             "meta": {"great_expectations_version": "1.3.0", "run_id": {"run_name": null, "run_time": "2026-03-01T03:00:00+00:00"},
               "active_batch_definition": {"datasource_name": "pg", "data_asset_name": "orders"}},
             "results": [
              {"success": true, "expectation_config": {"type": "expect_column_values_to_not_be_null",
                "kwargs": {"column": "email", "mostly": 0.9, "batch_id": "pg-orders"}, "meta": {}},
               "result": {"element_count": 200, "unexpected_count": 10, "unexpected_percent": 5.0,
                 "partial_unexpected_list": ["secret"]},
               "exception_info": {"raised_exception": false, "exception_message": null}},
              {"success": false, "expectation_config": {"type": "expect_column_mean_to_be_between", "severity": "warning",
                "kwargs": {"column": "total", "min_value": 10}},
               "result": {"observed_value": 7.5}, "exception_info": {}},
              {"success": false, "expectation_config": {"type": "expect_column_pair_values_to_be_equal",
                "kwargs": {"column_A": "a", "column_B": "b"}}, "result": {},
               "exception_info": {"('m', 'x', ())": {"raised_exception": true, "exception_message": "no column a\\nin table",
                 "exception_traceback": "Traceback"}}},
              {"success": false, "expectation_config": {"type": "expect_column_values_to_be_unique", "kwargs": {"column": "id"}},
               "result": {"element_count": 200, "unexpected_count": 4, "unexpected_percent": 2.0}}]}
            """;

    static final String CHECKPOINT = """
            {"run_id": {"run_name": "nightly", "run_time": "2026-03-01T03:00:00+00:00"}, "success": true,
             "run_results": {
              "ValidationResultIdentifier::orders": {"actions_results": {}, "validation_result": {"success": true,
                "meta": {"great_expectations_version": "0.18.12", "expectation_suite_name": "orders"},
                "results": [{"success": true, "expectation_config": {"expectation_type": "expect_table_row_count_to_be_between",
                  "kwargs": {"min_value": 1}}, "result": {"observed_value": 12}}]}},
              "ValidationResultIdentifier::people": {"validation_result": {"success": true,
                "meta": {"great_expectations_version": "0.18.12", "expectation_suite_name": "people"},
                "results": [{"success": true, "expectation_config": {"expectation_type": "expect_column_to_exist",
                  "kwargs": {"column": "id"}}, "result": {}}]}}}}
            """;

    static final String SODA = """
            {"definitionName": "nightly", "defaultDataSource": "pg", "dataTimestamp": "2026-03-01T03:59:00+00:00",
             "scanStartTimestamp": "2026-03-01T03:59:00+00:00", "scanEndTimestamp": "2026-03-01T04:00:00+00:00",
             "hasErrors": true, "hasWarnings": true, "hasFailures": true,
             "metrics": [
              {"identity": "metric-nightly-pg-orders-id-missing_count", "metricName": "missing_count", "value": 5},
              {"identity": "metric-nightly-pg-orders-row_count", "metricName": "row_count", "value": 50},
              {"identity": "metric-nightly-pg-orders-id-duplicate_count", "metricName": "duplicate_count", "value": 2}],
             "checks": [
              {"name": "ids are there", "type": "generic", "definition": "checks for orders:\\n  missing_count(id) = 0",
               "table": "orders", "column": "id", "outcome": "fail", "metrics": ["metric-nightly-pg-orders-id-missing_count"],
               "outcomeReasons": []},
              {"name": "row_count > 0", "definition": "checks for orders:\\n  row_count > 0", "table": "orders", "column": null,
               "outcome": "pass", "metrics": ["metric-nightly-pg-orders-row_count"]},
              {"name": "duplicate_count(id)", "definition": "checks for orders:\\n- duplicate_count(id):\\n    warn: when > 0\\n",
               "table": "orders", "column": "id", "outcome": "warn", "metrics": [], "diagnostics": {"value": 2}},
              {"name": "freshness(row_count_at) < 1d", "definition": "checks for orders:\\n  freshness(row_count_at) < 1d",
               "table": "orders", "outcome": "pass", "metrics": []}],
             "logs": [{"level": "info", "message": "Soda Core 3"}, {"level": "error", "message": "column gone does not exist"}]}
            """;

    static final String OPENLINEAGE = """
            {"eventType": "COMPLETE", "eventTime": "2026-03-01T05:00:00Z", "run": {"runId": "r"},
             "job": {"namespace": "dbt", "name": "orders.test"},
             "inputs": [{"namespace": "pg", "name": "shop.orders",
               "facets": {"dataQualityAssertions": {"assertions": [
                 {"assertion": "unique", "success": false, "column": "id", "name": "unique_orders_id"}]}},
               "inputFacets": {"dataQualityAssertions": {"assertions": [
                 {"assertion": "unique", "success": false, "column": "id", "name": "unique_orders_id", "severity": "warn", "actual": "3"},
                 {"assertion": "not_null", "success": true, "column": "id"}]}}}],
             "outputs": [{"namespace": "pg", "name": "shop.sums", "facets": {"dataQualityAssertions": {"assertions": [
                 {"assertion": "freshness", "success": true}]}}}]}
            """;

    private Documents() {}

    static ToolResults understood(String document) {
        return understood(document, null);
    }

    static ToolResults understood(String document, @Nullable Tool tool) {
        ToolResults.Reading reading = ToolResults.read(document, tool);
        assertThat(reading).isInstanceOf(ToolResults.Reading.Understood.class);
        return ((ToolResults.Reading.Understood) reading).results();
    }

    static ResultsFault refused(String document) {
        return refused(document, null);
    }

    static ResultsFault refused(String document, @Nullable Tool tool) {
        ToolResults.Reading reading = ToolResults.read(document, tool);
        assertThat(reading).isInstanceOf(ToolResults.Reading.Refused.class);
        return ((ToolResults.Reading.Refused) reading).fault();
    }

    /** In one line: what a check is about and what came of it. */
    static String line(SelfMeasured check) {
        return check.name() + " | " + check.dataset() + " | " + check.column() + " | " + check.dimension() + " | "
                + check.outcome() + " " + check.severity() + " | " + check.measured() + " | " + check.rowsFailed() + "/"
                + check.rowsTested();
    }
}
