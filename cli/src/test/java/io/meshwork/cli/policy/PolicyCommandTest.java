package io.meshwork.cli.policy;

import static io.meshwork.cli.Mesh.mesh;
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

    @Test
    void aPolicyIsTestedWithoutAMesh() throws IOException {
        Files.writeString(folder.resolve("good.yaml"), tested("good", "[named]"));
        Files.writeString(folder.resolve("bad.yaml"), tested("bad", "compliant"));
        Files.writeString(folder.resolve("data.yaml"), "kind: Domain");
        Files.delete(draft);

        Mesh run = mesh("policy", "test", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out())
                .contains("bad.yaml:10:7 error policy.test.failed the test 'no name' fails: expected compliant,"
                        + " but it is a violation of named (no name)")
                .contains("good.yaml: good, 1 test passed", "2 policies, 2 tests, 1 failed");
        assertThat(mesh("policy", "test", folder.resolve("good.yaml").toString())
                        .exitCode())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void nothingToTestIsAUsageError() throws IOException {
        Files.delete(draft);

        assertThat(mesh("policy", "test", folder.toString()).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(mesh("policy", "test", folder.resolve("none.yaml").toString())
                        .err())
                .contains("there is no such file");
    }

    @Test
    void aPolicyComesIntoForceWhenItsTestsPass() throws IOException {
        service.answers(
                "/api/v1/policies/good", 201, "{\"policyId\":\"good\",\"state\":\"changed\",\"policyRevision\":2}");
        Files.writeString(draft, tested("good", "[named]"));

        assertThat(service.run("policy", "define", draft.toString()).out())
                .isEqualToNormalizingNewlines("Policy good, revision 2, is in force.\n");

        Files.writeString(draft, tested("good", "compliant"));
        Mesh failing = service.run("policy", "define", draft.toString());
        assertThat(failing.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(failing.err()).contains("the test 'no name' fails");
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void explainsWhatDecided() {
        service.answers("/api/v1/verdicts/cart.carts/explanation", 200, """
                {"verdict":{"productId":"cart.carts","version":"1.0.0","verdict":"warnings","policySetRevision":4,
                            "evaluatedAt":"2027-01-01T00:00:00Z","violations":[
                   {"policyId":"sla","rule":"enough","message":"too little","remediation":"Promise more.",
                    "waiver":{"id":"w-1","approver":"grace","until":"2027-02-01T00:00:00Z"}}]},
                 "reproduced":true,"policies":[
                   {"policyId":"sla","policyRevision":2,"title":"t","enforcement":"mandatory","parameters":{"minimum":0.99},
                    "applies":"yes","match":[],"rules":[
                      {"rule":"stated","holds":"yes","values":[]},
                      {"rule":"enough","holds":"no","message":"too little",
                       "values":[{"expression":"product.slo('availability')","value":"0.95"}]}]},
                   {"policyId":"pii","policyRevision":1,"title":"t","enforcement":"mandatory","parameters":{},
                    "applies":"no","match":[],"rules":[]}]}""");

        assertThat(service.run("policy", "explain", "cart.carts@1.0.0").out().lines())
                .containsExactly(
                        "cart.carts 1.0.0: warnings, judged 2027-01-01T00:00:00Z by policy set 4",
                        "",
                        "sla, revision 2, mandatory: violates 1 of 2 rules",
                        "  ✗ enough: too little",
                        "      product.slo('availability') = 0.95",
                        "      Promise more.",
                        "      waived by grace until 2027-02-01T00:00:00Z (w-1)",
                        "",
                        "pii, revision 1, mandatory: does not apply");
        assertThat(service.run("policy", "explain", "cart.carts", "--policy", "sla")
                        .out())
                .contains("  parameters.minimum = 0.99", "  ✓ stated");
        assertThat(service.asked().getFirst()).startsWith("GET /api/v1/verdicts/cart.carts/explanation?version=1.0.0");
    }

    @Test
    void reportsHowWellTheMeshComplies() {
        String counts = "{\"products\":3,\"blocked\":1,\"inGrace\":0,\"waived\":0,\"warned\":0,\"compliant\":2}";
        service.answers("/api/v1/compliance", 200, "{\"items\":[{\"id\":\"cart\",\"counts\":" + counts + "}]}");
        service.answers(
                "/api/v1/compliance/history", 200, "{\"items\":[{\"day\":\"2027-01-01\",\"counts\":" + counts + "}]}");

        assertThat(service.run("policy", "report").out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly("DOMAIN PRODUCTS BLOCKED IN GRACE WAIVED WARNED COMPLIANT", "cart 3 1 0 0 0 2");
        assertThat(service.run("policy", "report", "--days", "7", "--csv").out().lines())
                .containsExactly("day,products,blocked,inGrace,waived,warned,compliant", "2027-01-01,3,1,0,0,0,2");
    }

    @Test
    void aPackIsCopiedAndItsTestsPassWhereItIsCopiedTo() {
        Path policies = folder.resolve("policies");

        assertThat(mesh("policy", "packs").out()).contains("privacy");
        assertThat(mesh("policy", "packs", "starter", "--to", policies.toString())
                        .out())
                .contains("9 policies copied");
        assertThat(mesh("policy", "test", policies.toString()).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(mesh("policy", "packs", "starter", "--to", policies.toString())
                        .err())
                .contains("exists");
        assertThat(mesh("policy", "packs", "starters").err()).contains("`starters` is none of starter");
    }

    private static String tested(String id, String expect) {
        return """
                kind: Policy
                apiVersion: meshwork.io/v1
                metadata: {id: %s, title: Named}
                spec:
                  scope: global
                  category: documentation
                  enforcement: advisory
                  rules: [{id: named, expression: has(product.title), message: no name}]
                  tests:
                    - {name: no name, product: {}, expect: %s}
                """.formatted(id, expect);
    }
}
