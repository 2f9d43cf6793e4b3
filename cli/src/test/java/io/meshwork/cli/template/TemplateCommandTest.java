package io.meshwork.cli.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.cli.connection.ServiceStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What people do with templates of teams. */
class TemplateCommandTest {

    private static final String DOCUMENT = """
            kind: ContractTemplate
            apiVersion: meshwork.io/v1
            name: clicks
            version: 1.2.0
            domain: web
            description: What people click
            parameters:
              - {name: name, type: id, description: Name of the product}
            contract:
              apiVersion: v3.1.0
              kind: DataContract
              id: web.${name}
              name: ${name}
              version: 1.0.0
              status: draft
              domain: web
              team: {name: web-team}
              schema: [{name: clicks, properties: [{name: id, logicalType: string}]}]
            """;
    private static final String CLICKS = """
            {"name":"clicks","version":"1.2.0","domain":"web","description":"What people click","document":%s}""".formatted(new JsonMapper().writeValueAsString(DOCUMENT));

    private final ServiceStub catalog = new ServiceStub("--catalog");

    @TempDir
    private Path folder;

    @AfterEach
    void stopCatalog() {
        catalog.close();
    }

    @Test
    void listsThoseOfMeshworkAndThoseOfTeams() {
        catalog.answers("/api/v1/templates", 200, "{\"items\":[" + CLICKS + "]}");

        Mesh run = catalog.run("template", "list");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ")))
                .contains("clicks 1.2.0 web What people click")
                .anyMatch(line -> line.startsWith("customer-events 1.0.0 (Meshwork)"));
    }

    @Test
    void listsWhatComesAlongAlsoWhenTheCatalogIsAway() {
        catalog.close();

        Mesh run = catalog.run("template", "list");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.out()).contains("customer-events");
        assertThat(run.err()).contains("does not answer");
    }

    @Test
    void makesAContractFromATeamsTemplate() throws IOException {
        catalog.answers("/api/v1/templates/clicks/1.2.0", 200, CLICKS);
        Path file = folder.resolve("daily.yaml");

        Mesh run = catalog.run("init", "-t", "clicks@1.2.0", "-p", "name=daily", "-f", file.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(file)).contains("id: web.daily");
        assertThat(run.out()).contains("mesh domain show web");
    }

    @Test
    void showsWhatATemplateAsksFor() {
        catalog.answers("/api/v1/templates/clicks", 200, CLICKS);

        Mesh run = catalog.run("template", "show", "clicks");

        assertThat(run.out()).contains("clicks 1.2.0: What people click", "Name of the product", "mesh init -t clicks");
    }

    @Test
    void saysWhichTemplatesThereAreWhenThereIsNone() {
        catalog.answers("/api/v1/templates/clcks", 404, "{\"title\":\"No such template\"}");

        Mesh run = catalog.run("init", "-t", "clcks", "-p", "name=daily");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("no template clcks", "customer-segments", "mesh template list");
    }

    @Test
    void needsTheCatalogOnlyForWhatItAloneMayKnow() {
        catalog.close();

        assertThat(catalog.run("init", "-t", "clicks").exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(catalog.run("template", "show", "data-product").exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void publishingAFileRegistersIt() throws IOException {
        catalog.answers("/api/v1/templates/clicks/1.2.0", 201, CLICKS);
        Path file = Files.writeString(folder.resolve("clicks.yaml"), DOCUMENT);

        Mesh one = catalog.run("publish", file.toString());
        Mesh all = catalog.run("publish", folder.toString());

        assertThat(one.out()).contains("registered template clicks@1.2.0");
        assertThat(all.out()).contains("[1/1] registered template clicks@1.2.0");
        assertThat(catalog.asked())
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked).startsWith("PUT ").contains("kind: ContractTemplate"));
    }

    @Test
    void aFileThatIsNoValidTemplateIsToldWithPlacesBeforeItIsSent() throws IOException {
        Path file = Files.writeString(
                folder.resolve("clicks.yaml"), DOCUMENT.replace("id: web.${name}", "id: web.${nmae}"));

        Mesh published = catalog.run("publish", file.toString());
        Mesh validated = Mesh.mesh("validate", file.toString());

        assertThat(published.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(published.err()).contains("not a valid template", "Did you mean `name`?");
        assertThat(validated.out()).contains("invalid", "${nmae}");
        assertThat(catalog.asked()).isEmpty();
    }

    @Test
    void aContractThatOnlyQuotesATemplateIsAContract() throws IOException {
        Path file = Files.writeString(folder.resolve("quoting.yaml"), """
                apiVersion: v3.1.0
                kind: DataContract
                id: web.daily
                name: daily
                version: 1.0.0
                status: draft
                domain: web
                team: {name: web-team}
                description:
                  purpose: |
                    Made from
                    kind: ContractTemplate
                schema: [{name: clicks, properties: [{name: id, logicalType: string}]}]
                """);

        assertThat(Mesh.mesh("validate", file.toString()).out()).contains("valid, web.daily");
    }

    @Test
    void withdrawsAVersion() {
        catalog.answers("/api/v1/templates/clicks/1.2.0", 204, "");

        assertThat(catalog.run("template", "withdraw", "clicks", "1.2.0").out()).contains("clicks@1.2.0 is withdrawn");
        assertThat(catalog.asked().getLast()).startsWith("DELETE ");
    }
}
