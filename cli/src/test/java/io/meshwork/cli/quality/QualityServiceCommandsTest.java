package io.meshwork.cli.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.cli.connection.ServiceStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QualityServiceCommandsTest {

    private final ServiceStub service = new ServiceStub("--quality-service");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void explainsWhatMovedTheScore() {
        service.answers("/api/v1/scores/shop.orders/explanation", 200, """
                {"productId": "shop.orders", "change": -0.25,
                 "before": {"runSequence": 1, "version": "1.0.0", "status": "passed", "score": 1.0, "scoredAt": "2026-01-01T12:00:00Z"},
                 "after": {"runSequence": 2, "version": "1.0.0", "status": "failed", "score": 0.75, "scoredAt": "2026-01-02T12:00:00Z"},
                 "checks": [
                   {"name": "required:id", "dimension": "completeness", "statusBefore": "passed", "statusAfter": "failed",
                    "before": 1.0, "after": 0.5, "contribution": -0.25},
                   {"name": "unique:id", "dimension": "uniqueness", "statusBefore": "passed", "statusAfter": "passed",
                    "before": 1.0, "after": 1.0, "contribution": 0.0}]}
                """);

        Mesh run = service.run("quality", "explain", "shop.orders");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("change  -25.0 points")
                .containsPattern("required:id +completeness +100.0 % +50.0 % +passed -> failed +-25.0 points")
                .doesNotContain("unique:id");
        assertThat(service.run("quality", "explain", "shop.orders", "--all").out())
                .contains("unique:id");
    }

    @Test
    void asksForAVersion() {
        service.answers("/api/v1/scores/shop.orders/explanation", 404, """
                {"title": "Nothing to compare with", "detail": "checked only once"}
                """);

        Mesh run = service.run("quality", "explain", "shop.orders@1.2.0");

        assertThat(service.asked()).containsExactly("GET /api/v1/scores/shop.orders/explanation?version=1.2.0 ");
        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("Nothing to compare with");
    }

    @Test
    void showsHowAScoreWentOverTime() {
        service.answers("/api/v1/scores/shop.orders/history", 200, """
                {"next": null, "items": [
                  {"runSequence": 3, "scoredAt": "2026-01-03T12:00:00Z", "version": "1.0.0", "trigger": "refreshed", "status": "passed",
                   "rows": 10, "score": 0.9},
                  {"runSequence": 2, "scoredAt": "2026-01-02T12:00:00Z", "version": "1.0.0", "trigger": "refreshed", "status": "failed",
                   "rows": 10, "score": 0.5},
                  {"runSequence": 1, "scoredAt": "2026-01-01T12:00:00Z", "version": "1.0.0", "trigger": "published",
                   "status": "not_checked", "rows": null, "score": null}]}
                """);

        Mesh run = service.run("quality", "history", "shop.orders");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .containsPattern("3 .* passed +10 +90.0 % +\\+40.0 points +#{18}\\R")
                .containsPattern("2 .* failed +10 +50.0 % +- +#{10}\\R")
                .containsPattern("1 .* not_checked +- +- +-");
    }

    @Test
    void saysThatAProductWasNeverChecked() {
        service.answers("/api/v1/scores/shop.none/history", 200, "{\"items\": [], \"next\": null}");

        assertThat(service.run("quality", "history", "shop.none").exitCode()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void showsTheProfileOfThePublishedData() {
        service.answers("/api/v1/profiles/shop.orders", 200, """
                {"productId": "shop.orders", "version": "1.0.0", "runSequence": 4, "profiledAt": "2026-01-01T12:00:00Z",
                 "datasets": [{"dataset": "orders", "rows": 100, "sampled": 100, "left": 7, "micros": 5, "reason": null, "fields": [
                   {"name": "\\u001b[31mmail", "inContract": true, "type": "text", "nullRate": 0.25, "distinct": 75, "least": null,
                    "greatest": null, "shortest": 5, "longest": 20, "top": [], "hidden": "seems to be personal: email",
                    "undeclared": {"kind": "EMAIL", "form": "e-mail address", "share": 1.0, "confidence": 0.97}}]}]}
                """);

        Mesh run = service.run("quality", "profile", "shop.orders");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("shop.orders 1.0.0, run 4", "7 more fields were not looked at", "confidence 0.97")
                .containsPattern("\\?\\[31mmail +text +25.0 % +75 +- +- +5..20 +\\(seems to be personal: email\\)")
                .doesNotContain("\u001b");
    }

    @Test
    void saysThatNobodyAnswers() {
        service.close();

        assertThat(service.run("quality", "profile", "shop.orders").exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(service.run("quality", "profile", "no-product").exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
