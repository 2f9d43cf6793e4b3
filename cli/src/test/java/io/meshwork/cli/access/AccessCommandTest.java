package io.meshwork.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.cli.connection.ServiceStub;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may use which product for what. */
class AccessCommandTest {

    private static final String PATH = "/api/v1/access/decisions";
    private static final String PERMITTED = """
            {"productId":"cart.carts","version":"1.2.0","principal":"ada","purpose":"reporting","action":"read",
             "decision":"permitted","reason":"the rule 'analysts' of the policy 'cart-access' permits it",
             "decidedBy":{"policyId":"cart-access","policyRevision":3,"rule":"analysts","effect":"Permit"},
             "advice":[{"policyId":"stricter","policyRevision":1,"rule":"nobody","effect":"Deny"}],
             "policySetRevision":9,"decidedAt":"2027-01-01T00:00:00Z"}""";

    private final ServiceStub service = new ServiceStub("--policies");

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void tellsTheRuleThatDecidedAndWhatAdvisoryOnesWouldSay() {
        service.answers(PATH, 200, PERMITTED);

        Mesh run = check("--principal", "ada", "--group", "analysts", "--group", "staff", "--port", "table");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains(
                        "permitted: the rule 'analysts' of the policy 'cart-access' permits it",
                        "product    cart.carts 1.2.0",
                        "purpose    reporting, to read",
                        "advisory   the rule 'nobody' of the policy 'stricter' would say Deny");
        assertThat(service.asked().getFirst())
                .startsWith("POST " + PATH)
                .contains("\"productId\":\"cart.carts\"", "\"groups\":[\"analysts\",\"staff\"]", "\"port\":\"table\"")
                .doesNotContain("\"action\"");
    }

    @Test
    void denialIsAnExitCode() {
        service.answers(PATH, 200, PERMITTED.replace("permitted", "denied"));

        assertThat(check().exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(service.asked().getFirst()).doesNotContain("\"principal\"");
    }

    @Test
    void groupsOfNobodyAreAUsageError() {
        assertThat(check("--group", "analysts").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void whoeverMayNotAskForOthersIsTold() {
        service.answers(PATH, 403, """
                {"title":"The question cannot be answered","detail":"'bob' may not ask for the access of others"}""");

        Mesh run = check("--principal", "ada");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("may not ask for the access of others");
    }

    private Mesh check(String... more) {
        return service.run(
                Stream.concat(Stream.of("access", "check", "cart.carts", "--purpose", "reporting"), Stream.of(more))
                        .toArray(String[]::new));
    }
}
