package io.meshwork.cli.slo;

import static io.meshwork.cli.Mesh.mesh;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.cli.connection.ServiceStub;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people ask about promises. */
class SloCommandTest {

    private static final String STATUS = """
            {"productId":"cart.carts","version":"1.2.0","objectives":[
              {"slo":{"objective":"freshness","status":"ok","since":"2026-06-15T12:00:00Z","target":3600.0,"unit":"seconds",
                      "measured":60.5,"deadline":"2026-06-15T13:00:00Z"},"errorBudget":null},
              {"slo":{"objective":"availability","status":"breached","since":"2026-06-15T12:00:00Z","target":0.999,
                      "unit":"ratio","measured":0.9,"deadline":null},
               "errorBudget":{"countedTo":"2026-06-15T12:00:00Z","allowed":0.001,"left":-0.25,
                              "burnRates":[{"window":"5m","rate":2.0},{"window":"1h","rate":100.0}]}}]}""";

    private final ServiceStub service = new ServiceStub("--quality-service");

    @AfterEach
    void stopService() {
        service.close();
    }

    private static Stream<String> lines(Mesh run) {
        return run.out().lines().map(line -> line.replaceAll(" +", " "));
    }

    @Test
    void aBreachedPromiseFailsTheCommand() {
        service.answers("/api/v1/slos/cart.carts", 200, STATUS);

        Mesh run = service.run("slo", "status", "cart.carts");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(lines(run))
                .containsExactly(
                        "cart.carts 1.2.0",
                        "OBJECTIVE STATUS SINCE TARGET MEASURED UNIT DEADLINE BUDGET LEFT BURN 1H",
                        "freshness ok 2026-06-15T12:00:00Z 1 h 1 min 1 s 2026-06-15T13:00:00Z",
                        "availability breached 2026-06-15T12:00:00Z 0.999 0.9 ratio -25.0 % 100.0");
    }

    @Test
    void promisesThatAreKeptDoNot() {
        service.answers("/api/v1/slos/cart.carts", 200, STATUS.replace("breached", "at_risk"));

        Mesh run = service.run("slo", "status", "cart.carts");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("at risk");
    }

    @Test
    void saysWhyThereIsNothing() {
        service.answers(
                "/api/v1/slos/cart.none",
                404,
                "{\"title\":\"No service level objectives\",\"detail\":\"add freshness\"}");

        Mesh run = service.run("slo", "status", "cart.none");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("No service level objectives: add freshness");
    }

    @Test
    void aServiceThatIsDownSaysNothingAboutPromises() {
        Mesh run = mesh("slo", "status", "cart.carts", "--quality-service", "http://127.0.0.1:1");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).contains("The quality service at http://127.0.0.1:1");
    }

    @Test
    void askingForNothingIsWrong() {
        assertThat(mesh("slo", "status").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(mesh("slo", "report", "--quality-service", "nowhere").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void listsPromisesOfAllPages() {
        service.answers("/api/v1/slos", 200, """
                {"items":[{"productId":"cart.carts","version":"1.2.0","objective":"freshness","status":"at_risk",
                           "since":"2026-06-15T12:00:00Z"}],"next":null}""");

        Mesh run = service.run("slo", "list", "--domain", "cart", "--status", "at_risk");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(lines(run)).contains("cart.carts 1.2.0 freshness at risk 2026-06-15T12:00:00Z");
        assertThat(service.asked()).containsExactly("GET /api/v1/slos?limit=200&domain=cart&status=at_risk ");
    }

    @Test
    void reportsHowWellPromisesWereKept() {
        service.answers("/api/v1/slos/compliance", 200, """
                {"by":"domain","items":[{"id":"cart","objectives":3,"breaches":1,"measuredSeconds":86400,
                 "metSeconds":43200,"compliance":50.0}],"next":null}""");

        Mesh table = service.run("slo", "report", "--from", "2026-06-01");
        Mesh csv = service.run("slo", "report", "--csv");

        assertThat(lines(table)).containsExactly("DOMAIN OBJECTIVES BREACHES KEPT", "cart 3 1 50.0 %");
        assertThat(csv.out().lines())
                .containsExactly(
                        "domain,objectives,breaches,measuredSeconds,metSeconds,compliance",
                        "cart,3,1,86400,43200,50.0");
        assertThat(service.asked().getFirst())
                .isEqualTo("GET /api/v1/slos/compliance?limit=200&by=domain&from=2026-06-01T00%3A00%3A00Z ");
    }

    @Test
    void writesWhatMonitoringNeedsAsItCame() {
        service.answers("/api/v1/slos/cart.carts/alert-rules", 200, "groups:\n  - name: x\n");
        service.answers("/api/v1/slos/cart.carts/dashboard", 200, "{\"title\" : \"x\"}");

        assertThat(service.run("slo", "rules", "cart.carts").out()).isEqualTo("groups:\n  - name: x\n");
        assertThat(service.run("slo", "dashboard", "cart.carts").out()).isEqualTo("{\"title\" : \"x\"}");
    }
}
