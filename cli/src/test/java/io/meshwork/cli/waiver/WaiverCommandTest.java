package io.meshwork.cli.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.cli.connection.ServiceStub;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people do with waivers. */
class WaiverCommandTest {

    private static final String DECISION = """
            {"requestId":"00000000-0000-0000-0000-000000000001","waiverId":"new-store","state":"granted","revision":2}""";
    private static final String WAIVER = """
            {"id":"new-store","revision":2,"policySetRevision":9,"state":"in-force","policyId":"classified","rule":"stated",
             "subject":"cart.carts","reason":"The new store comes.","owner":"cart-team","approver":"grace",
             "startsAt":"2027-01-01T00:00:00Z","endsAt":"2027-03-31T00:00:00Z","source":"cli",
             "changedAt":"2027-01-01T00:00:00Z"}""";

    private final ServiceStub service = new ServiceStub("--policies");

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void grantsAsTheOptionsSay() {
        service.answers("/api/v1/waivers/new-store", 201, DECISION);

        Mesh run = grant("--rule", "stated", "--from", "2027-01-01");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("Waiver new-store is granted until 2027-03-31T00:00:00Z (revision 2).");
        assertThat(service.asked()).containsExactly("""
                PUT /api/v1/waivers/new-store {"policyId":"classified","rule":"stated","subject":"cart.carts",\
                "reason":"The new store comes.","owner":"cart-team","startsAt":"2027-01-01T00:00:00Z",\
                "endsAt":"2027-03-31T00:00:00Z","source":"cli"}""");
    }

    @Test
    void leavesOutWhatIsNotSaid() {
        service.answers("/api/v1/waivers/new-store", 200, DECISION);

        assertThat(grant().exitCode()).isEqualTo(ExitCode.OK);
        assertThat(service.asked().getFirst()).doesNotContain("\"rule\"", "\"startsAt\"");
    }

    @Test
    void tellsEverythingThatIsWrong() {
        service.answers("/api/v1/waivers/new-store", 422, """
                {"title":"The waiver was not accepted","detail":"/reason: say why",
                 "problems":[{"pointer":"/reason","message":"say why in 10 to 500 characters"},
                             {"pointer":"/endsAt","message":"the end has passed"}]}""");

        Mesh run = grant();

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err())
                .contains(
                        "new-store: The waiver was not accepted",
                        "/reason: say why in 10",
                        "/endsAt: the end has passed");
    }

    @Test
    void whatIsNotDecidedYetIsToldWithItsPlace() {
        service.answers("/api/v1/waivers/new-store", 202, DECISION);

        assertThat(grant().exitCode()).isEqualTo(ExitCode.PENDING);
    }

    @Test
    void aWaiverWithoutAnEndIsAUsageError() {
        assertThat(run("grant", "w", "--policy", "p", "--for", "cart", "--reason", "The store.", "--owner", "x")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void listsWhatIsAskedFor() {
        service.answers(
                "/api/v1/waivers",
                200,
                "{\"items\":[" + WAIVER + "," + WAIVER.replace("\"rule\":\"stated\",", "") + "]}");

        Mesh run = run("list", "--policy", "classified", "--for", "cart.carts", "--all");

        assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "WAIVER POLICY RULE FOR STATE UNTIL OWNER",
                        "new-store classified stated cart.carts in-force 2027-03-31T00:00:00Z cart-team",
                        "new-store classified (all) cart.carts in-force 2027-03-31T00:00:00Z cart-team");
        assertThat(service.asked().getFirst())
                .contains("GET /api/v1/waivers?limit=200&all=true&policy=classified&subject=cart.carts");
    }

    @Test
    void showsOne() {
        service.answers("/api/v1/waivers/new-store", 200, WAIVER);

        assertThat(run("show", "new-store").out())
                .contains(
                        "new-store: in-force",
                        "policy     classified, rule stated",
                        "for        cart.carts",
                        "until      2027-03-31T00:00:00Z",
                        "revision   2, 2027-01-01T00:00:00Z by grace");
        assertThat(run("show", "new-store", "-o", "json").out()).contains("\"owner\" : \"cart-team\"");
    }

    @Test
    void endsOneAndTellsWhenItIsOverAlready() {
        service.answers("/api/v1/waivers/new-store", 201, DECISION);
        service.answers("/api/v1/waivers/old-store", 409, """
                {"title":"The waiver was not accepted","detail":"the waiver 'old-store' is over already"}""");

        assertThat(run("end", "new-store").out()).contains("Waiver new-store has ended.");
        assertThat(run("end", "old-store").exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run("end", "old-store").err()).contains("is over already");
        assertThat(service.asked().getFirst()).startsWith("DELETE ");
    }

    private Mesh grant(String... more) {
        return run(Stream.concat(
                        Stream.of(
                                "grant",
                                "new-store",
                                "--policy",
                                "classified",
                                "--for",
                                "cart.carts",
                                "--reason",
                                "The new store comes.",
                                "--owner",
                                "cart-team",
                                "--until",
                                "2027-03-31"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private Mesh run(String... arguments) {
        return service.run(
                Stream.concat(Stream.of("waiver"), Stream.of(arguments)).toArray(String[]::new));
    }
}
