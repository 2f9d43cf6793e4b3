package io.meshwork.cli.policy;

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

/** What people ask about policies. */
class PolicyCommandTest {

    private static final String REPORT = """
            {"policyId":"pii","policyRevision":3,"judged":9,"unreadable":0,"complete":true,
             "total":{"newlyFailing":1,"newlyPassing":1,"stillFailing":2,"unchanged":5},
             "domains":{"cart":{"newlyFailing":1,"newlyPassing":0,"stillFailing":0,"unchanged":5},
                        "shop":{"newlyFailing":0,"newlyPassing":1,"stillFailing":2,"unchanged":0}},
             "newlyFailing":[{"productId":"cart.carts","version":"1.0.0","owner":"cart-team","before":"compliant",
                              "after":"violated","messages":["no purpose is stated"]}],
             "newlyPassing":[{"productId":"shop.orders","version":"2.0.0","before":"warnings","after":"compliant",
                              "messages":["not documented"]}]}""";

    private final ServiceStub service = new ServiceStub("--policies");

    @TempDir
    private Path folder;

    private Path draft;

    @BeforeEach
    void writeDraft() throws IOException {
        draft = Files.writeString(folder.resolve("pii.yaml"), "kind: Policy");
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void aDryRunTellsWhoWouldBeHitAndWhy() {
        service.answers("/api/v1/policies/dry-run", 200, REPORT);

        Mesh run = service.run("policy", "dry-run", draft.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsSequence(
                        "pii, beside revision 3 that is in force: 9 products",
                        "DOMAIN NEWLY FAILING NEWLY PASSING STILL FAILING UNCHANGED",
                        "cart 1 0 0 5",
                        "shop 0 1 2 0",
                        "(all) 1 1 2 5",
                        "",
                        "Newly failing:",
                        " cart.carts 1.0.0 (cart-team): compliant → violated",
                        " no purpose is stated");
        assertThat(service.asked()).containsExactly("POST /api/v1/policies/dry-run kind: Policy");
    }

    @Test
    void inCiAPolicyThatHitsSomebodyCanFail() {
        service.answers("/api/v1/policies/dry-run", 200, REPORT);

        assertThat(service.run("policy", "dry-run", draft.toString(), "--fail-on-break")
                        .exitCode())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aServiceThatIsBusyHasSaidNothingAboutThePolicy() {
        service.answers("/api/v1/policies/dry-run", 429, """
                {"title":"Another dry run is under way","detail":"ask again in some seconds"}""");

        Mesh run = service.run("policy", "dry-run", draft.toString(), "--fail-on-break");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).contains("ask again in some seconds");
    }

    @Test
    void aReportOfSomeProductsIsNoCleanBill() {
        service.answers(
                "/api/v1/policies/dry-run",
                200,
                REPORT.replace("\"complete\":true", "\"complete\":false")
                        .replace("\"newlyFailing\":1", "\"newlyFailing\":0"));

        Mesh run = service.run("policy", "dry-run", draft.toString(), "--fail-on-break");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.out()).contains("no time for all products");
    }

    @Test
    void aPolicyThatIsWithdrawnIsNotShownAsOneInForce() {
        service.answers(
                "/api/v1/policies/old", 200, "{\"id\":\"old\",\"withdrawn\":true,\"document\":\"kind: Policy\"}");
        service.answers("/api/v1/policies/problems", 200, "{\"items\":[]}");

        assertThat(service.run("policy", "show", "old").exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(service.run("policy", "show", "old").err()).contains("withdrawn");
        assertThat(service.run("policy", "show", "problems").exitCode()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void whatIsWrongWithThePolicyIsToldWithItsPlace() {
        service.answers("/api/v1/policies/dry-run", 422, """
                {"title":"The policy was not accepted","detail":"the document is no valid policy",
                 "problems":[{"line":10,"column":5,"message":"there is no field 'nam'","advice":"Did you mean `name`?"}]}""");

        Mesh run = service.run("policy", "dry-run", draft.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("10:5 there is no field 'nam'. Did you mean `name`?");
    }

    @Test
    void aServiceThatIsAwayIsNamed() {
        service.close();

        Mesh run = service.run("policy", "list");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).contains("The policy service at http://127.0.0.1:");
    }

    @Test
    void listsThePoliciesAndShowsOneAsItWasWritten() {
        String policy = """
                {"id":"pii","revision":3,"scope":"global","category":"privacy","enforcement":"mandatory",
                 "title":"Personal data","document":"kind: Policy\\n# why\\n"}""";
        service.answers("/api/v1/policies", 200, "{\"items\":[" + policy + "]}");
        service.answers("/api/v1/policies/pii", 200, policy);

        assertThat(service.run("policy", "list").out().lines().map(line -> line.replaceAll(" +", " ")))
                .contains("pii 3 global privacy mandatory Personal data");
        assertThat(service.run("policy", "show", "pii").out().lines()).containsExactly("kind: Policy", "# why");
    }

    @Test
    void aFileThatIsNotThereIsAUsageError() {
        assertThat(service.run("policy", "dry-run", folder.resolve("none.yaml").toString())
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }
}
