package io.meshwork.cli.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.cli.connection.ServiceStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    private final ServiceStub service = new ServiceStub("--quality-service");

    @TempDir
    private Path folder;

    private Path results;

    @BeforeEach
    void write() throws IOException {
        results = Files.writeString(folder.resolve("run_results.json"), """
                {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/run-results/v6.json",
                  "generated_at": "2026-03-01T02:00:00Z"},
                 "results": [
                  {"status": "success", "unique_id": "model.shop.orders"},
                  {"status": "pass", "unique_id": "test.shop.not_null_orders_id.cf6c17daed", "failures": 0},
                  {"status": "warn", "unique_id": "test.shop.unique_orders_id.fed79b3a6e", "failures": 3,
                   "message": "Got 3 \\u001b[31mresults"}]}
                """);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Mesh report(String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(
                new String[] {"quality", "report", "shop.orders@1.2.0", "--from", results.toString()},
                0,
                arguments,
                0,
                5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return service.run(arguments);
    }

    @Test
    void sendsTheDocumentAndShowsItsChecks() {
        service.answers(
                "/api/v1/scores/shop.orders/results", 201, "{\"productId\": \"shop.orders\", \"note\": \"It waits.\"}");

        Mesh run = report("--new-data", "--suite", "nightly run");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .containsPattern("not_null_orders_id +completeness +0 +passed")
                .containsPattern("unique_orders_id +uniqueness +3 +failed \\(warning\\)")
                .contains("2 checks of dbt reported for shop.orders@1.2.0: 1 passed, 1 failed", "1 model")
                .doesNotContain("\u001b");
        assertThat(run.err()).contains("It waits.");
        assertThat(service.asked())
                .singleElement()
                .asString()
                .startsWith("POST /api/v1/scores/shop.orders/results?version=1.2.0&suite=nightly%20run"
                        + "&refreshedAt=2026-03-01T02%3A00%3A00Z ")
                .contains("dbt_schema_version");
    }

    @Test
    void showsWhatItWouldReportWithoutAskingAnybody() {
        Mesh run = report("--dry-run", "-o", "json", "--tool", "dbt");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("\"name\" : \"unique_orders_id\"", "\"severity\" : \"warning\"");
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void tellsWhenTheFileWasWrittenWhereTheDocumentHasNoTime() throws IOException {
        Files.writeString(results, Files.readString(results).replace("generated_at", "never"));
        service.answers("/api/v1/scores/shop.orders/results", 201, "{}");

        assertThat(report().exitCode()).isEqualTo(ExitCode.OK);
        assertThat(service.asked().getFirst()).contains("&measuredAt=20");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        service.answers("/api/v1/scores/shop.orders/results", 403, "{\"title\": \"Not allowed\", \"detail\": \"ask\"}");

        assertThat(report().exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(report("--tool", "soda").err()).contains("not of soda");
        assertThat(report("--tool", "excel").exitCode()).isEqualTo(ExitCode.USAGE);
        Files.delete(results);
        assertThat(report().exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(report().err()).contains("there is no such file");
    }
}
