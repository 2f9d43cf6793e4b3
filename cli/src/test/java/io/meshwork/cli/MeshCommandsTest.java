package io.meshwork.cli;

import static io.meshwork.cli.Mesh.mesh;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeshCommandsTest {

    @Test
    void everyCommandExplainsItself() {
        for (List<String> command : List.of(
                List.of("init"),
                List.of("import"),
                List.of("import", "topic"),
                List.of("import", "file"),
                List.of("import", "table"),
                List.of("validate"),
                List.of("diff"),
                List.of("topics", "apply"),
                List.of("topics", "check"),
                List.of("topics", "list"),
                List.of("topics", "asyncapi"),
                List.of("publish"),
                List.of("search"),
                List.of("show"),
                List.of("history"),
                List.of("lineage"),
                List.of("impact"),
                List.of("domain", "list"),
                List.of("domain", "show"),
                List.of("domain", "define"),
                List.of("domain", "withdraw"),
                List.of("quality", "run"),
                List.of("quality", "explain"),
                List.of("quality", "history"),
                List.of("quality", "profile"),
                List.of("waiver", "grant"),
                List.of("waiver", "list"),
                List.of("waiver", "show"),
                List.of("waiver", "end"),
                List.of("subscription", "create"),
                List.of("subscription", "list"),
                List.of("subscription", "show"),
                List.of("subscription", "pause"),
                List.of("subscription", "resume"),
                List.of("subscription", "end"),
                List.of("subscription", "test"),
                List.of("subscription", "followers"),
                List.of("incident", "list"),
                List.of("incident", "show"),
                List.of("incident", "ack"),
                List.of("incident", "unack"),
                List.of("incident", "resolve"),
                List.of("silence", "create"),
                List.of("silence", "list"),
                List.of("silence", "show"),
                List.of("silence", "end"),
                List.of("updates"),
                List.of("notifications"),
                List.of("export"),
                List.of("deprecate"),
                List.of("ack"),
                List.of("dlt", "list"),
                List.of("dlt", "replay"))) {
            Mesh help =
                    mesh(Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new));

            assertThat(help.exitCode()).as(command.toString()).isEqualTo(ExitCode.OK);
            assertThat(help.out()).startsWith("Usage: mesh " + String.join(" ", command));
        }
    }

    @Test
    void aWrongOptionIsAUsageError() {
        assertThat(mesh("publish", "--colour").exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
