package io.meshwork.cli.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.cli.connection.ServiceStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotificationsCommandTest {

    private final ServiceStub service = new ServiceStub("--notifier");

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void answersWhetherATeamWasToldWhenAndHow() {
        service.answers("/api/v1/notifications", 200, """
                {"items":[
                  {"kind":"published","headline":"cart.carts 1.0.0 was published","subscription":"carts","channel":"slack",
                   "state":"sent","attempts":2,"recordedAt":"2027-01-01T00:00:00.5Z","settledAt":"2027-01-01T00:00:07Z",
                   "reason":null,"id":"7d6f5c86-1a51-5c3f-9d0b-0f2f7f1f7d11"},
                  {"kind":"published","headline":"h\\u001b","subscription":"carts","channel":"webhook","state":"failed",
                   "attempts":10,"recordedAt":"2027-01-01T00:00:00Z","settledAt":"2027-01-03T00:00:00Z","reason":"status 500"}],
                 "next":"/api/v1/notifications?after=7&limit=50"}""");

        Mesh run = service.run(
                "notifications",
                "--team",
                "sales",
                "--product",
                "cart.carts",
                "--event",
                "published",
                "--since",
                "2027-01-01T00:00:00Z");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .matches("(?s)RECORDED +KIND +HEADLINE +SUBSCRIPTION +CHANNEL +STATE +ATTEMPTS +SENT AT +REASON +ID\n"
                        + "2027-01-01T00:00:00Z +published +cart\\.carts 1\\.0\\.0 was published +carts +slack +sent +2"
                        + " +2027-01-01T00:00:07Z +7d6f5c86-1a51-5c3f-9d0b-0f2f7f1f7d11\n"
                        + "2027-01-01T00:00:00Z +published +h\\? +carts +webhook +failed +10 +status 500\n");
        assertThat(run.err()).contains("There are more");
        assertThat(service.asked().getFirst().strip())
                .isEqualTo("GET /api/v1/notifications?limit=50&subscriber=sales&product=cart.carts&kind=published"
                        + "&from=2027-01-01T00%3A00%3A00Z");
    }

    @Test
    void triesAgainWhatFailedAndSaysOfEachThatDidNotWhyNot() {
        service.answers("/api/v1/notifications/a/replay", 200, "{\"id\":\"a\",\"state\":\"waiting\"}");
        service.answers(
                "/api/v1/notifications/b/replay",
                409,
                "{\"title\":\"Nothing is sent again\",\"detail\":\"it was delivered by slack\"}");

        Mesh run = service.run("notifications", "replay", "a", "b");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).isEqualTo("a waits for its channel again.\n");
        assertThat(run.err()).contains("b: Nothing is sent again: it was delivered by slack");
    }

    @Test
    void triesAgainWhatFailedOfASubscriptionAPartAtATime() {
        service.answers("/api/v1/notifications/replay", 200, "{\"replayed\":1000,\"left\":1,\"dryRun\":false}");

        Mesh run = service.run("notifications", "replay", "--subscription", "ops", "--since", "2027-01-01T00:00:00Z");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .isEqualTo("Trying 1000 notifications of ops again.\n"
                        + "Left: 1 notification that failed; run this again for them.\n");
        assertThat(service.asked().getFirst())
                .startsWith("POST /api/v1/notifications/replay")
                .contains("\"subscription\":\"ops\"", "\"since\":\"2027-01-01T00:00:00Z\"", "\"dryRun\":false");
        assertThat(service.run("notifications", "replay").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(service.run("notifications", "replay", "a", "--dry-run").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void saysWhatIsNotUnderstood() {
        service.answers("/api/v1/notifications", 400, "{\"title\":\"Unknown kind\",\"detail\":\"use published, …\"}");

        Mesh run = service.run("notifications", "--event", "publishd");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("use published");
    }
}
