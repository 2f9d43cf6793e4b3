package io.meshwork.cli.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.cli.connection.ServiceStub;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people do with webhooks. */
class WebhookCommandTest {

    private static final String WEBHOOK = """
            {"id":"orders","team":"cart","url":"https://hooks.example.com/in","state":"enabled","createdBy":"ada",
             "createdAt":"2027-01-01T00:00:00.123Z","changedAt":"2027-01-02T00:00:00Z",
             "formerSecretUntil":"2027-01-03T00:00:00Z",
             "health":{"lastSuccess":"2027-01-02T08:00:00Z","lastFailure":"2027-01-02T09:00:00Z",
                       "lastFailureReason":"the endpoint answered 500","failuresInRow":2,
                       "failingSince":"2027-01-02T08:59:00Z","nextTry":"2027-01-02T09:05:00Z","pending":3}}""";
    private static final String WITH_SECRET = "{\"webhook\":" + WEBHOOK + ",\"secret\":\"whsec_abc\"}";

    private final ServiceStub service = new ServiceStub("--notifier");

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void createsOneAndTellsItsSecretOnce() {
        service.answers("/api/v1/webhooks", 201, WITH_SECRET);

        Mesh run = run("create", "orders", "--team", "cart", "--url", "https://hooks.example.com/in");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("Webhook orders of cart is created.", "not told again: whsec_abc");
        assertThat(service.asked().getFirst())
                .startsWith("POST /api/v1/webhooks ")
                .contains("\"team\":\"cart\"", "\"url\":\"https://hooks.example.com/in\"");
    }

    @Test
    void tellsWhyRequestsCannotGoThere() {
        service.answers("/api/v1/webhooks", 422, """
                {"title":"The webhook request was not accepted","detail":"/url: the host has a private address",
                 "problems":[{"pointer":"/url","message":"the host has a private address"}]}""");

        Mesh run = run("create", "orders", "--team", "cart", "--url", "https://inside/");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("orders: The webhook request was not accepted", "private address");
    }

    @Test
    void listsThemWithTheirHealth() {
        service.answers("/api/v1/webhooks", 200, "{\"items\":[" + WEBHOOK + "]}");

        assertThat(run("list", "--team", "cart").out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "WEBHOOK TEAM STATE FAILURES PENDING LAST SUCCESS URL",
                        "orders cart enabled 2 3 2027-01-02T08:00:00Z https://hooks.example.com/in");
        assertThat(service.asked().getFirst()).contains("GET /api/v1/webhooks?limit=200&team=cart");
    }

    @Test
    void showsOne() {
        service.answers("/api/v1/webhooks/orders", 200, WEBHOOK);

        assertThat(run("show", "orders").out())
                .contains(
                        "orders: enabled",
                        "created       2027-01-01T00:00:00Z by ada",
                        "the former one signs, too, until 2027-01-03T00:00:00Z",
                        "pending       3",
                        "last failure  2027-01-02T09:00:00Z, the endpoint answered 500",
                        "failing       since 2027-01-02T08:59:00Z, 2 times, next try 2027-01-02T09:05:00Z");
        assertThat(run("show", "orders", "-o", "json").out()).contains("\"pending\" : 3");
    }

    @Test
    void rotatesAndSaysHowLongTheFormerSecretSigns() {
        service.answers("/api/v1/webhooks/orders/secrets", 200, WITH_SECRET);

        assertThat(run("rotate", "orders").out()).contains("signs, too, until 2027-01-03T00:00:00Z", "whsec_abc");
        run("rotate", "orders", "--now");
        assertThat(service.asked())
                .containsExactly(
                        "POST /api/v1/webhooks/orders/secrets {\"now\":false}",
                        "POST /api/v1/webhooks/orders/secrets {\"now\":true}");
    }

    @Test
    void enablesDisablesReplaysAndDeletes() {
        service.answers("/api/v1/webhooks/orders", 204, "");
        service.answers("/api/v1/webhooks/orders/state", 200, WEBHOOK);
        service.answers("/api/v1/webhooks/orders/replays", 200, "{\"notifications\":7}");

        assertThat(run("enable", "orders").out()).contains("Webhook orders is enabled");
        assertThat(run("disable", "orders").out()).contains("Webhook orders is disabled");
        assertThat(run("replay", "orders", "--since", "2027-01-01T00:00:00Z").out())
                .contains("7 notifications are sent again");
        assertThat(run("replay", "orders").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run("delete", "orders").out()).contains("Webhook orders is deleted.");
        assertThat(service.asked())
                .containsExactly(
                        "PUT /api/v1/webhooks/orders/state {\"state\":\"enabled\"}",
                        "PUT /api/v1/webhooks/orders/state {\"state\":\"disabled\"}",
                        "POST /api/v1/webhooks/orders/replays {\"since\":\"2027-01-01T00:00:00Z\"}",
                        "POST /api/v1/webhooks/orders/replays {}",
                        "DELETE /api/v1/webhooks/orders ");
    }

    private Mesh run(String... arguments) {
        return service.run(
                Stream.concat(Stream.of("webhook"), Stream.of(arguments)).toArray(String[]::new));
    }
}
