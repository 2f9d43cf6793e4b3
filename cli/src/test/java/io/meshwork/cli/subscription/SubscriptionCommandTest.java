package io.meshwork.cli.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.cli.connection.ServiceStub;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubscriptionCommandTest {

    private static final String DECISION = """
            {"requestId":"00000000-0000-0000-0000-000000000001","subscriptionId":"orders","state":"changed","revision":2}""";
    private static final String SUBSCRIPTION = """
            {"id":"orders","subscriber":"sales","contact":"#sales","products":["cart.*"],"domains":[],"tags":["gold"],
             "eventTypes":["published"],"minimumSeverity":"warning","changedFields":["orders.email"],"channel":"slack",
             "target":"sales","until":"2027-03-31T00:00:00Z","active":true,"paused":true,"source":"request","revision":2,
             "changedAt":"2027-01-01T00:00:00Z"}""";

    private final ServiceStub service = new ServiceStub("--notifier");

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void subscribesAsTheOptionsSay() {
        service.answers("/api/v1/subscriptions", 201, DECISION);

        Mesh run = service.run(
                "subscription",
                "create",
                "orders",
                "--team",
                "sales",
                "--product",
                "cart.*",
                "--event",
                "published",
                "--severity",
                "warning",
                "--changed",
                "orders.email",
                "--until",
                "2027-03-31");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("Subscription orders stands (revision 2).");
        assertThat(service.asked()).containsExactly("""
                POST /api/v1/subscriptions {"id":"orders","subscriber":"sales","products":["cart.*"],"domains":[],"tags":[],\
                "eventTypes":["published"],"minimumSeverity":"warning","changedFields":["orders.email"],"channel":"feed",\
                "until":"2027-03-31T00:00:00Z"}""");
    }

    @Test
    void asksForADailyDigestAndQuietHours() {
        service.answers("/api/v1/subscriptions", 201, DECISION);

        Mesh run = service.run(
                "subscription",
                "create",
                "orders",
                "--team=sales",
                "--channel=slack",
                "--digest-daily=08:00",
                "--weekdays=mon-wed,fri",
                "--quiet=22:00-07:00",
                "--quiet-days=sat-mon",
                "--quiet-below=warning",
                "--zone=Europe/Berlin");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(service.asked().getFirst()).endsWith("""
                "channel":"slack","schedule":{"digestAt":"08:00","digestDays":["mon","tue","wed","fri"],"quietFrom":"22:00",\
                "quietTo":"07:00","quietDays":["sat","sun","mon"],"quietBelow":"warning","zone":"Europe/Berlin"}}""");
    }

    @Test
    void asksForATopicOfItsOwnThatBeginsWithHowEverythingStands() {
        service.answers("/api/v1/subscriptions", 201, DECISION);

        service.run(
                "subscription",
                "create",
                "orders",
                "--team=sales",
                "--retention=30d",
                "--reader=sales-app",
                "--from-current");
        service.run("subscription", "create", "orders", "--team=sales", "--own-topic");

        assertThat(service.asked().getFirst()).endsWith("""
                "channel":"feed","topic":{"retentionHours":720,"reader":"sales-app"},"start":"current"}""");
        assertThat(service.asked().getLast()).endsWith("\"channel\":\"feed\",\"topic\":{}}");
        for (var retention : List.of("30", "90m", "1w", "99999999999d", "")) {
            assertThat(service.run("subscription", "create", "o", "--team=t", "--retention=" + retention)
                            .err())
                    .contains("is no retention; write 12h or 30d");
        }
    }

    @Test
    void showsWhatAReaderOfTheTopicHasToKnow() {
        service.answers(
                "/api/v1/subscriptions/orders",
                200,
                SUBSCRIPTION.replace("\"active\"", "\"topic\":{\"retentionHours\":720},\"active\""));
        service.answers("/api/v1/subscriptions/orders/topic", 200, """
                {"name":"mesh.product.updates.orders.v1","groupPrefix":"mesh.product.updates.orders.","retentionHours":720,
                 "state":"ready","rights":"no_authorizer"}""");

        assertThat(service.run("subscription", "show", "orders").out())
                .contains(
                        "topic      mesh.product.updates.orders.v1, ready, kept for 720 h",
                        "readers    whoever reaches the broker, which asks nobody",
                        "groups     mesh.product.updates.orders.*");
    }

    @Test
    void asksForADigestOfAnInterval() {
        service.answers("/api/v1/subscriptions", 201, DECISION);

        service.run("subscription", "create", "orders", "--team=sales", "--channel=slack", "--digest=1h30m");

        assertThat(service.asked().getFirst()).endsWith("\"schedule\":{\"digestMinutes\":90}}");
        for (var interval : List.of("90s", "-5m", "1w", "30", "99999999999999999999h", "")) {
            assertThat(service.run("subscription", "create", "o", "--team=t", "--digest=" + interval)
                            .err())
                    .contains("is no interval; write 30m or 4h");
        }
    }

    @Test
    void showsWhenASubscriberIsTold() {
        service.answers("/api/v1/subscriptions/orders", 200, SUBSCRIPTION.replace("\"active\"", """
                "schedule":{"digestMinutes":null,"digestAt":"08:00","digestDays":["mon","fri"],"quietFrom":"22:00","quietTo":"07:00",
                "quietDays":[],"quietBelow":"warning","zone":"Europe/Berlin"},"active""" + '"'));

        assertThat(service.run("subscription", "show", "orders").out())
                .contains("when       mon,fri 08:00 but not 22:00-07:00 below warning (Europe/Berlin)");
    }

    @Test
    void choosesByAConditionAndShowsIt() {
        service.answers("/api/v1/subscriptions", 201, DECISION);
        service.answers("/api/v1/subscriptions/orders", 200, SUBSCRIPTION.replace("\"active\"", """
                "filter":"update.status == 'failed'\\n && update.score < 0.9","active""" + '"'));

        service.run("subscription", "create", "orders", "--team=sales", "--filter", "update.breaking");

        assertThat(service.asked().getFirst()).contains("\"filter\":\"update.breaking\"");
        assertThat(service.run("subscription", "show", "orders").out())
                .contains("; filter update.status == 'failed' && update.score < 0.9");
    }

    @Test
    void changesOneOnlyWhenThatIsMeant() {
        service.answers("/api/v1/subscriptions/orders", 201, DECISION);

        Mesh run = service.run("subscription", "create", "orders", "--team", "sales", "--replace");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(service.asked().getFirst()).startsWith("PUT /api/v1/subscriptions/orders ");
    }

    @Test
    void tellsEverythingThatIsWrong() {
        service.answers("/api/v1/subscriptions", 422, """
                {"title":"The subscription was not accepted","detail":"…",
                 "problems":[{"pointer":"/eventTypes/0","message":"'publishd' is unknown. Did you mean `published`?"}]}""");

        Mesh run = service.run("subscription", "create", "orders", "--team", "sales", "--event", "publishd");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("not accepted", "Did you mean `published`?");
    }

    @Test
    void showsWhatWasSubscribedToAndHowItStands() {
        service.answers("/api/v1/subscriptions/orders", 200, SUBSCRIPTION);

        assertThat(service.run("subscription", "show", "orders").out())
                .contains(
                        "orders: paused",
                        "cart.*; tag gold; event published; changed orders.email",
                        "slack sales",
                        "2027-03-31T00:00:00Z");
    }

    @Test
    void listsTheSubscriptionsOfATeamAndTheFollowersOfAProduct() {
        service.answers("/api/v1/subscriptions", 200, """
                {"items":[%s],"next":null}""".formatted(SUBSCRIPTION));

        assertThat(service.run("subscription", "list", "--team", "sales").out()).contains("orders", "sales", "paused");
        assertThat(service.run("subscription", "followers", "cart.orders").exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(service.asked())
                .extracting(String::strip)
                .containsExactly(
                        "GET /api/v1/subscriptions?limit=500&subscriber=sales",
                        "GET /api/v1/subscriptions?limit=500&product=cart.orders");
    }

    @Test
    void showsNothingWhereFilterAndTargetOfAnotherTeamAreLeftOut() {
        service.answers("/api/v1/subscriptions", 200, """
                {"items":[%s],"next":null}""".formatted(
                        SUBSCRIPTION.replace("\"target\":\"sales\"", "\"target\":null,\"filter\":null")));

        var shown = service.run("subscription", "followers", "cart.orders").out();

        assertThat(shown)
                .containsPattern("tag gold.* warning +slack +at once +paused")
                .doesNotContain("filter", "null");
    }

    @Test
    void pausesResumesAndEnds() {
        service.answers("/api/v1/subscriptions/orders", 201, DECISION);

        assertThat(service.run("subscription", "pause", "orders").out()).contains("Subscription orders is paused.");
        assertThat(service.run("subscription", "resume", "orders").out()).contains("Subscription orders is active.");
        assertThat(service.run("subscription", "end", "orders").out()).contains("Subscription orders has ended.");
        assertThat(service.asked())
                .extracting(String::strip)
                .containsExactly(
                        "POST /api/v1/subscriptions/orders/pause {}",
                        "POST /api/v1/subscriptions/orders/resume {}",
                        "DELETE /api/v1/subscriptions/orders");
    }

    @Test
    void tellsWhyATestMessageCannotBeSent() {
        service.answers("/api/v1/subscriptions/orders/test", 201, """
                {"state":"tested","notificationId":"n","delivery":"suppressed","reason":"set mesh.slack.webhook-url"}""");

        Mesh run = service.run("subscription", "test", "orders");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("cannot be sent", "set mesh.slack.webhook-url");
    }
}
