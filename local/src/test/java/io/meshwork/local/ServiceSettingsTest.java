package io.meshwork.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.local.ports.Ports;
import io.meshwork.local.postgres.Database;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceSettingsTest {

    private static final ServiceAddress CATALOG = new ServiceAddress("catalog", 7080);
    private static final Database DATABASE = new Database("jdbc:postgresql://127.0.0.1:7432/mesh", "catalog", "secret");

    @Test
    void aProcessHasNoSecretOnItsCommandLine() {
        ServiceSettings settings = settings(Map.of());

        assertThat(settings.forProcess(CATALOG, DATABASE, Map.of()))
                .contains("--server.port=7080", "--server.address=127.0.0.1", "--spring.datasource.username=catalog")
                .noneMatch(argument -> argument.contains("secret") || argument.contains("webhooks.key"));
        assertThat(settings.secrets(DATABASE))
                .containsOnly(Map.entry("SPRING_DATASOURCE_PASSWORD", "secret"), Map.entry("MESH_WEBHOOKS_KEY", "key"));
    }

    @Test
    void overridesReplaceWhatTheyNameInsteadOfBeingJoinedToIt() {
        List<String> arguments =
                settings(Map.of("mesh.name", "other")).forProcess(CATALOG, DATABASE, Map.of("server.port", "9999"));

        assertThat(arguments)
                .contains("--mesh.name=other", "--server.port=9999")
                .doesNotContain("--mesh.name=mesh", "--server.port=7080");
    }

    @Test
    void everyReplicaKeepsASearchIndexOfItsOwn() {
        assertThat(settings(Map.of()).forProcess(new ServiceAddress("catalog-2", 7090), DATABASE, Map.of()))
                .contains("--mesh.catalog.search.directory=" + Path.of("search", "catalog-2"));
    }

    @Test
    void messagesLinkToThisMesh() {
        assertThat(settings(Map.of()).forProcess(new ServiceAddress("notifier", 9103), DATABASE, Map.of()))
                .contains("--mesh.catalog.url=http://127.0.0.1:9100", "--mesh.notifier.url=http://127.0.0.1:9103");
    }

    private static ServiceSettings settings(Map<String, String> further) {
        return new ServiceSettings(
                Ports.fromBase(9100),
                "127.0.0.1:7092",
                URI.create("http://127.0.0.1:7085/apis/ccompat/v7"),
                URI.create("http://127.0.0.1:7084/services/local/ops"),
                Path.of("examples"),
                Path.of("search"),
                "key",
                further);
    }
}
