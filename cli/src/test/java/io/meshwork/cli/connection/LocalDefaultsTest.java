package io.meshwork.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDefaultsTest {

    @Test
    void theMeshOnThisMachineIsMeantWhenNothingIsSaid() {
        assertThat(helpOf(Map.of(), "topics", "check"))
                .contains("127.0.0.1:7092")
                .contains("http://127.0.0.1:7085/apis/ccompat/v7");
        assertThat(helpOf(Map.of(), "publish")).contains("http://127.0.0.1:7080");
    }

    @Test
    void thePortBaseMovesBrokerRegistryAndCatalog() {
        Map<String, String> environment = Map.of("MESH_PORT_BASE", "8080");

        assertThat(helpOf(environment, "topics", "apply"))
                .contains("127.0.0.1:8092")
                .contains("http://127.0.0.1:8085/apis/ccompat/v7");
        assertThat(helpOf(environment, "publish")).contains("http://127.0.0.1:8080");
        assertThat(helpOf(environment, "dlt", "list")).contains("127.0.0.1:8092");
    }

    @Test
    void anAddressOfItsOwnWinsOverThePortBase() {
        Map<String, String> environment = Map.of(
                "MESH_PORT_BASE", "8080",
                "MESH_BOOTSTRAP_SERVERS", "broker.example.com:9093",
                "MESH_CATALOG", "https://catalog.example.com");

        assertThat(helpOf(environment, "dlt", "replay")).contains("broker.example.com:9093");
        assertThat(helpOf(environment, "publish")).contains("https://catalog.example.com");
        assertThat(helpOf(environment, "topics", "check")).contains("http://127.0.0.1:8085");
    }

    @Test
    void otherOptionsKeepTheirDefaults() {
        assertThat(helpOf(Map.of("MESH_PORT_BASE", "8080"), "topics", "apply")).contains("Default: -1.");
    }

    @Test
    void freePortsAreKnownToNobody() {
        assertThat(LocalAddresses.of(Map.of("MESH_PORT_BASE", "0"))).isEqualTo(LocalAddresses.of(Map.of()));
    }

    @Test
    void theAddressIsUsedAndNotOnlyShown() {
        Mesh run = Mesh.mesh(Map.of("MESH_PORT_BASE", "1024"), "publish", "pom.xml");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).contains("The catalog at http://127.0.0.1:1024 does not answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seventy", "65530", "-1", "70800"})
    void aPortBaseThatIsNoPortIsAUsageError(String base) {
        Mesh run = Mesh.mesh(Map.of("MESH_PORT_BASE", base), "publish", "pom.xml");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("MESH_PORT_BASE `" + base + "`");
    }

    /** On one line, without the indentation of help. */
    private static String helpOf(Map<String, String> environment, String... command) {
        var arguments = new java.util.ArrayList<>(List.of(command));
        arguments.add("--help");
        return Mesh.mesh(environment, arguments.toArray(String[]::new)).out().replaceAll("\\s+", " ");
    }
}
