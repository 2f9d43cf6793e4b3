package io.meshwork.cli.diff;

import static io.meshwork.cli.Mesh.mesh;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiffCommandTest {

    private static final String ORDERS = """
            apiVersion: v3.1.0
            kind: DataContract
            id: 53581432-6c55-4ba2-a65f-72344a91553a
            name: orders
            domain: shop
            version: 1.4.2
            status: active
            servers: [{server: files, type: s3, location: s3://shop/orders, format: parquet}]
            slaProperties: [{property: latency, value: 1, unit: h}]
            schema:
              - name: orders
                properties:
                  - {name: id, logicalType: string}
                  - {name: amount, logicalType: number}
            """;
    private static final String BREAKING = ORDERS.replace("number", "string").replace("1.4.2", "1.5.0");
    private static final String RISKY = ORDERS.replace("value: 1", "value: 2").replace("1.4.2", "1.5.0");

    @TempDir
    private Path folder;

    @Test
    void saysThatNothingChanged() throws IOException {
        Mesh run = diff(ORDERS, "# the same\n" + ORDERS);

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).isEqualToNormalizingNewlines("No change between shop.orders 1.4.2 and 1.4.2.\n");
    }

    @Test
    void failsOnABreakingChangeAndNamesTheVersionItNeeds() throws IOException {
        Mesh run = diff(ORDERS, BREAKING);

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out())
                .contains("BREAKING (1)")
                .containsPattern("orders\\.amount\\.type +changed +number → string +Consumers that read number values")
                .contains("1 breaking, 0 risky, 0 safe. Version 1.5.0 is not enough after 1.4.2: publish as 2.0.0.");
    }

    @Test
    void passesWhatBreaksNobody() throws IOException {
        Mesh run = diff(ORDERS, RISKY);

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("RISKY (1)", "loosened", "1 h → 2 h", "Version 1.5.0 is enough.");
    }

    @Test
    void groupsByImpactWorstFirst() throws IOException {
        Mesh run = diff(
                ORDERS, RISKY.replace("number", "string").replace("status: active", "status: active\ntags: [new]"));

        assertThat(run.out()).containsSubsequence("BREAKING (1)", "RISKY (1)", "SAFE (1)", "shop.orders: 1 breaking");
    }

    @Test
    void comparesAcrossFormats() throws IOException {
        Mesh run = diff(ORDERS, """
                apiVersion: meshwork.io/v1
                kind: DataProduct
                metadata: {name: orders, domain: shop, owner: shop-team, version: 2.0.0}
                spec:
                  description: Orders of the shop
                  schema: [{name: id, type: string}]
                  outputs: [{name: files, format: parquet, location: s3://shop/orders}]
                """);

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).contains("orders.amount", "removed", "Version 2.0.0 is enough.");
    }

    @Test
    void writesJsonForPrograms() throws IOException {
        Mesh run = diff(ORDERS, BREAKING, "--output", "json");

        JsonNode json = new JsonMapper().readTree(run.out());
        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(json.path("requiredVersion").asString()).isEqualTo("2.0.0");
        assertThat(json.path("versionIsEnough").asBoolean()).isFalse();
        assertThat(json.at("/changes/0/impact").asString()).isEqualTo("breaking");
        assertThat(json.at("/changes/0/pointer").asString()).isEqualTo("/schema/0/fields/1/type");
        assertThat(json.at("/changes/0/before").asString()).isEqualTo("number");
    }

    @Test
    void writesTheSameAsYaml() throws IOException {
        Object yaml = new Load(LoadSettings.builder().build())
                .loadFromString(diff(ORDERS, BREAKING, "--output", "yaml").out());

        assertThat(yaml)
                .isEqualTo(new JsonMapper()
                        .readValue(diff(ORDERS, BREAKING, "-o", "json").out(), Map.class));
    }

    @Test
    void anInvalidContractIsAUsageErrorWithItsProblems() throws IOException {
        Mesh run = diff(ORDERS, ORDERS.replace("1.4.2", "newest"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).containsPattern("new\\.yaml:6:\\d+ .+\\R  \\S+").contains("mend it first");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsAUsageError() throws IOException {
        Mesh run = mesh("diff", folder.resolve("gone.yaml").toString(), file("new.yaml", ORDERS));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("gone.yaml", "no such file");
    }

    @Test
    void anUnknownOutputIsAUsageError() throws IOException {
        assertThat(diff(ORDERS, ORDERS, "--output", "xml").err()).contains("`xml` is none of table, json, yaml");
    }

    private Mesh diff(String old, String changed, String... options) throws IOException {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "diff";
        arguments[1] = file("old.yaml", old);
        arguments[2] = file("new.yaml", changed);
        System.arraycopy(options, 0, arguments, 3, options.length);
        return mesh(arguments);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
