package io.meshwork.cli.silence;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.cli.connection.ServiceStub;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SilenceCommandTest {

    private static final String DECISION = """
            {"requestId":"00000000-0000-0000-0000-000000000001","id":"s-k3mf80qa","state":"changed","revision":1}""";
    private static final String SILENCE = """
            {"id":"backup","team":"cart-team","state":"in_force","products":[],"domains":["cart"],"tags":[],
             "eventTypes":["slo_breached"],"minimumSeverity":"warning","from":"2027-01-01T00:00:00Z","until":null,
             "weekly":{"days":["sat","sun"],"from":"02:00","to":"04:00","zone":"Europe/Berlin"},"reason":"backup",
             "revision":2,"principal":"ann","changedAt":"2027-01-01T00:00:00.5Z"}""";

    private final ServiceStub service = new ServiceStub("--notifier");

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void silencesADomainForATime() {
        service.answers("/api/v1/silences", 201, DECISION);

        Mesh run = service.run(
                "silence", "create", "--domain=cart", "--from=2027-03-31", "--for=2h", "--reason", "migration");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("Silence s-k3mf80qa stands (revision 1). End it early: mesh silence end s-k3mf80qa");
        assertThat(service.asked()).containsExactly("""
                POST /api/v1/silences {"products":[],"domains":["cart"],"tags":[],"eventTypes":[],"from":"2027-03-31T00:00:00Z",\
                "until":"2027-03-31T02:00:00Z","reason":"migration"}""");
    }

    @Test
    void silencesHoursOfEveryWeek() {
        service.answers("/api/v1/silences/backup", 201, DECISION);

        service.run(
                "silence",
                "create",
                "backup",
                "--replace",
                "--domain=cart",
                "--weekly",
                "fri-sun 02:00-04:00",
                "--zone=Europe/Berlin",
                "--reason=backup");

        assertThat(service.asked().getFirst())
                .startsWith("PUT /api/v1/silences/backup ")
                .contains("\"days\":[\"fri\",\"sat\",\"sun\"]")
                .contains("\"from\":\"02:00\"", "\"to\":\"04:00\"", "\"zone\":\"Europe/Berlin\"");
    }

    @Test
    void refusesTimesThatContradictEachOther() {
        for (var wrong : List.of(
                List.of("--for=2h", "--until=2027-03-31"),
                List.of("--for=soon"),
                List.of("--for=2h", "--from=soon"),
                List.of("--for=2h", "--zone=UTC"),
                List.of("--weekly=weekends"),
                List.of("--replace", "--for=2h"))) {
            var arguments = new ArrayList<>(List.of("silence", "create", "--reason=x"));
            arguments.addAll(wrong);
            assertThat(service.run(arguments.toArray(String[]::new)).exitCode())
                    .as(wrong.toString())
                    .isEqualTo(ExitCode.USAGE);
        }
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void showsWhatIsSilencedAndWhen() {
        service.answers("/api/v1/silences", 200, "{\"items\":[" + SILENCE + "],\"next\":null}");

        assertThat(service.run("silence", "list").out())
                .contains("in force")
                .contains("domain cart; event slo_breached; warning and above")
                .contains("sat,sun 02:00-04:00 (Europe/Berlin)");
        assertThat(service.asked().getFirst().strip()).isEqualTo("GET /api/v1/silences?limit=500");
    }

    @Test
    void showsOneInFull() {
        service.answers("/api/v1/silences/backup", 200, SILENCE);

        assertThat(service.run("silence", "show", "backup").out().lines())
                .contains("backup: in force", "reason     backup", "revision   2, ann, 2027-01-01T00:00:00Z");
    }

    @Test
    void endsOne() {
        service.answers("/api/v1/silences/backup", 201, DECISION);

        assertThat(service.run("silence", "end", "backup").out().strip()).isEqualTo("Silence backup has ended.");
        assertThat(service.asked().getFirst().strip()).isEqualTo("DELETE /api/v1/silences/backup");
    }
}
