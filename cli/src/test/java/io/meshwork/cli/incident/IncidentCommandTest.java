package io.meshwork.cli.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.cli.connection.ServiceStub;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IncidentCommandTest {

    private static final String DECISION = """
            {"requestId":"00000000-0000-0000-0000-000000000001","id":"7","state":"changed","revision":2}""";
    private static final String INCIDENT = """
            {"id":"7","state":"acknowledged","severity":"critical","kind":"product_blocked","cause":"listing",
             "product":"cart.orders","domain":"cart","version":"1.2.0","team":"cart-team",
             "headline":"cart.orders 1.2.0 is blocked","details":["email is not classified"],"advice":"Its owner mends it.",
             "handler":"ann","note":"on it","alerts":3,"flaps":2,"openedAt":"%s","changedAt":"%s","revision":4}""".formatted(Instant.now().minus(Duration.ofHours(3)), Instant.now());

    private final ServiceStub service = new ServiceStub("--notifier");

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void listsWhatIsWrong() {
        service.answers("/api/v1/incidents", 200, "{\"items\":[" + INCIDENT + "],\"next\":null}");

        Mesh run = service.run("incidents", "list", "--domain", "cart", "--severity", "warning");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .containsExactly(
                        "NR  SEVERITY  STATE         SINCE  ABOUT        WHAT                          BY",
                        "7   critical  acknowledged  3 h    cart.orders  cart.orders 1.2.0 is blocked  ann");
        assertThat(service.asked().getFirst().strip())
                .isEqualTo("GET /api/v1/incidents?limit=500&domain=cart&severity=warning");
    }

    @Test
    void isGladWhenNothingIsWrong() {
        service.answers("/api/v1/incidents", 200, "{\"items\":[],\"next\":null}");

        Mesh run = service.run("incident", "list");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out().strip()).isEqualTo("Nothing is wrong.");
        assertThat(service.run("incident", "list", "--output", "json").out().strip())
                .isEqualTo("[ ]");
        assertThat(service.run("incident", "list", "--state", "resolved").out().strip())
                .isEqualTo("No such incidents.");
    }

    @Test
    void tellsTheStoryOfOne() {
        service.answers("/api/v1/incidents/7", 200, """
                {"incident":%s,"story":[{"at":"2027-01-01T00:00:00.123Z","what":"opened","severity":"critical","headline":"x"},
                 {"at":"2027-01-01T00:01:00Z","what":"acknowledged","severity":"critical","headline":"x","principal":"ann",
                  "note":"on it"}],
                 "told":[{"channel":"slack","target":"","state":"open","severity":"critical","at":"2027-01-01T00:00:03Z"}],
                 "notifications":[{"subscription":"ops","channel":"slack","state":"waiting","notBefore":"2027-01-02T00:00:00Z",
                  "reason":"silenced by move"},{"subscription":"ops","channel":"slack","state":"sent"}],
                 "silence":{"id":"move","until":"2027-01-02T00:00:00Z","reason":"migration"}}""".formatted(INCIDENT));

        Mesh run = service.run("incident", "show", "7");

        assertThat(run.out().lines())
                .contains(
                        "Incident 7: cart.orders 1.2.0 is blocked",
                        "  email is not classified",
                        "state      acknowledged by ann: on it",
                        "alerts     3, came back 2 times",
                        "silenced   by move until 2027-01-02T00:00:00Z: migration",
                        "story      2027-01-01T00:00:00Z  opened",
                        "           2027-01-01T00:01:00Z  acknowledged by ann: on it",
                        "told       2027-01-01T00:00:03Z  slack, as open",
                        "waiting    ops on slack, until 2027-01-02T00:00:00Z: silenced by move");
    }

    @Test
    void countsOnceAsPeopleDo() {
        service.answers(
                "/api/v1/incidents/7", 200, "{\"incident\":" + INCIDENT.replace("\"flaps\":2", "\"flaps\":1") + "}");

        assertThat(service.run("incident", "show", "7").out().lines()).contains("alerts     3, came back once");
    }

    @Test
    void takesCareOfOneGivesItBackAndEndsIt() {
        service.answers("/api/v1/incidents/7", 201, DECISION);

        assertThat(service.run("incident", "ack", "7", "--note", "on it").out().strip())
                .isEqualTo("Incident 7 is yours.");
        assertThat(service.run("incident", "unack", "7").out().strip()).isEqualTo("Incident 7 is open again.");
        assertThat(service.run("incident", "resolve", "7").out().strip()).isEqualTo("Incident 7 is over.");
        assertThat(service.asked())
                .containsExactly(
                        "POST /api/v1/incidents/7/acknowledge {\"note\":\"on it\"}",
                        "POST /api/v1/incidents/7/unacknowledge {}",
                        "POST /api/v1/incidents/7/resolve {}");
    }

    @Test
    void saysWhyNot() {
        service.answers("/api/v1/incidents/8", 404, """
                {"title":"Not found","detail":"there is no incident 8","problems":[]}""");

        Mesh run = service.run("incident", "ack", "8");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("incident 8: Not found: there is no incident 8");
    }
}
