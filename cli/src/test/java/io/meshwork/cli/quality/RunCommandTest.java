package io.meshwork.cli.quality;

import static io.meshwork.cli.Mesh.mesh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.cli.Mesh;
import io.meshwork.messaging.testkit.TestPlatform;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunCommandTest {

    private static final String DESCRIPTOR = """
            apiVersion: meshwork.io/v1
            kind: DataProduct
            metadata: {name: orders, domain: shop, version: 1.0.0, owner: shop@example.com}
            spec:
              description: Orders
              classification: internal
              schema:
                - {name: id, type: string, required: true, primary_key: true}
                - {name: state, type: string}
                - {name: nick, type: string, pii: true}
              outputs:
                - {name: files, format: csv, location: data/orders.csv}
              quality_checks:
                - {name: validity, column: state, valid_values: [open, paid], threshold: 0.9}
            """;

    private static final String ODCS = """
            apiVersion: v3.1.0
            kind: DataContract
            id: shop.items
            name: items
            domain: shop
            dataProduct: items
            version: 1.0.0
            status: active
            team: {name: shop, members: [{username: shop@example.com, role: owner}]}
            servers:
              - {server: files, type: local, path: data/items.csv, format: csv}
            schema:
              - name: items
                properties:
                  - {name: id, logicalType: integer, required: true}
                  - {name: code, logicalType: string, logicalTypeOptions: {maxLength: 3}}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        write("orders.yaml", DESCRIPTOR);
        write("data/orders.csv", "id,state,nick\n1,open,tom\n2,paid,tim\n3,open,tam\n");
        write("items.yaml", ODCS);
        write("data/items.csv", "id,code\n1,abc\n2,de\n");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Mesh run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "quality";
        all[1] = "run";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return mesh(all);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void showsEveryCheckAndTheScore() {
        Mesh run = run(file("orders.yaml"));

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("shop.orders 1.0.0, 3 rows")
                .containsPattern("CHECK +FIELDS +DIMENSION +MEASURED +THRESHOLD +STATUS +SCORE")
                .containsPattern("required:id +id +completeness +0 += 0 +passed +100.0 %")
                .containsPattern("completeness +100.0 %")
                .containsPattern("score +100.0 %  passed")
                .doesNotContain("profile of");
    }

    @Test
    void leavesTablesToTheService() throws IOException {
        write(
                "orders.yaml",
                DESCRIPTOR.replace(
                        "{name: files, format: csv, location: data/orders.csv}",
                        "{name: db, format: postgresql, host: db.example.org, database: shop, table: orders}"));

        Mesh run = run(file("orders.yaml"));

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(4);
        assertThat(run.out()).contains("not checked", "`mesh quality run` reads files only");
    }

    @Test
    void failsWithTheRowsThatBreakTheCheck() throws IOException {
        write("data/orders.csv", "id,state,nick\n1,open,tom\n2,odd,tim\n3,odd,tam\n");

        Mesh run = run(file("orders.yaml"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern("score +[\\d.]+ %  failed")
                .contains("rows that break")
                .containsPattern("id +state\\n +2 +odd")
                .doesNotContain("tim");
    }

    @Test
    void readsContractsOfTheStandard() throws IOException {
        write("data/items.csv", "id,code\n1,abcd\n2,de\n");

        Mesh run = run(file("items.yaml"));

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out()).contains("length:code: measured 1, expected 0: 1 of 2 rows break the rule");
    }

    @Test
    void takesTheWorstOfSeveral() throws IOException {
        write("data/items.csv", "id,code\n,abc\n");

        Mesh run = run(file("orders.yaml"), file("items.yaml"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("shop.orders 1.0.0", "shop.items 1.0.0");
    }

    @Test
    void saysWhatCannotBeChecked() throws IOException {
        Files.delete(folder.resolve("data/orders.csv"));

        Mesh run = run(file("orders.yaml"));

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).contains("there is no file data/orders.csv under the data root", "--root");
    }

    @Test
    void looksUnderTheRootItIsGiven() throws IOException {
        Path contracts = Files.createDirectories(folder.resolve("contracts"));
        Files.move(folder.resolve("orders.yaml"), contracts.resolve("orders.yaml"));

        assertThat(run(contracts.resolve("orders.yaml").toString()).exitCode()).isEqualTo(4);
        assertThat(run(contracts.resolve("orders.yaml").toString(), "--root", folder.toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void refusesWhatIsNoContract() throws IOException {
        write("orders.yaml", DESCRIPTOR.replace("version: 1.0.0", "version: soon"));

        Mesh run = run(file("orders.yaml"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("orders.yaml:3:", "no valid contract");
    }

    @Test
    void isUsedWronglyWithAFileThatIsNotThere() {
        assertThat(run(file("none.yaml")).exitCode()).isEqualTo(2);
        assertThat(run(file("orders.yaml"), "--root", file("none")).exitCode()).isEqualTo(2);
        assertThat(run().exitCode()).isEqualTo(2);
    }

    @Test
    void writesJsonForPrograms() {
        JsonNode run = JsonMapper.shared()
                .readTree(run(file("orders.yaml"), "-o", "json").out())
                .path(0);

        assertThat(run.path("status").asString()).isEqualTo("passed");
        assertThat(run.path("checks").path(0).path("sql").asString()).startsWith("SELECT");
        assertThat(run.path("profiles").path(0).path("rows").asInt()).isEqualTo(3);
    }

    @Test
    void showsTheProfileAndPersonalDataThatNobodyDeclared() throws IOException {
        write(
                "data/orders.csv",
                "id,state,nick,contact\n1,open,tom,a@example.org\n2,open,tim,b@example.org\n3,open,t,c@example.org\n");

        Mesh run = run(file("orders.yaml"), "--profile");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern("state +text +0.0 % +1 +open +open +4..4 +open 100.0 %")
                .contains("contact *")
                .contains("! `contact` seems to hold personal data that the contract does not declare: e-mail address")
                .doesNotContain("a@example.org", "tom");
    }

    @Test
    void runsAgainWhenDataChanges() throws Exception {
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new RunCommand()).setOut(new PrintWriter(out, true));
        Thread watching = Thread.ofPlatform().start(() -> command.execute(file("orders.yaml"), "--watch"));
        try {
            await().atMost(TestPlatform.PATIENCE).until(() -> out.toString().contains("passed"));

            write("data/orders.csv", "id,state,nick\n1,odd,tom\n2,odd,tim\n");

            await().atMost(TestPlatform.PATIENCE).until(() -> out.toString().contains("failed"));
        } finally {
            watching.interrupt();
            watching.join(TestPlatform.PATIENCE);
        }
        assertThat(watching.isAlive()).isFalse();
    }
}
