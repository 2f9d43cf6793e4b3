package io.meshwork.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.local.state.MeshHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private MeshHome home;

    @BeforeEach
    void logAsServicesOfOneJvmDo() throws IOException {
        home = new MeshHome(folder);
        home.create();
        Files.writeString(home.log("broker"), "2027-01-01T00:00:00.000Z INFO  kafka started\n");
        Files.writeString(home.log("mesh"), """
                2027-01-01T00:00:01.000Z INFO  catalog  i.m.c.Catalog started
                2027-01-01T00:00:02.000Z ERROR notifier i.m.n.Notifier failed
                java.io.IOException: for a reason
                \tat i.m.n.Notifier
                2027-01-01T00:00:03.000Z WARN  catalog  i.m.c.Catalog is slow
                2027-01-01T00:00:04.000Z INFO  mesh     i.m.l.Main something about the catalog
                """);
    }

    @Test
    void aServiceThatSharesAProcessHasItsLinesOnly() {
        assertThat(logs("catalog")).isZero();

        assertThat(out.toString().lines().map(line -> line.substring(25)))
                .containsExactly("INFO  catalog  i.m.c.Catalog started", "WARN  catalog  i.m.c.Catalog is slow");
    }

    @Test
    void aStackTraceGoesWithItsLine() {
        assertThat(logs("notifier")).isZero();

        assertThat(out.toString().lines()).hasSize(3).last().isEqualTo("\tat i.m.n.Notifier");
    }

    @Test
    void theLastLinesOfAServiceAreFoundFarBack() throws IOException {
        Files.writeString(
                home.log("mesh"),
                "2027-01-01T00:00:01.000Z INFO  quality  i.m.q.Quality started\n"
                        + "2027-01-01T00:00:02.000Z INFO  policy   i.m.p.Policy judged\n".repeat(10_000));

        assertThat(logs("quality", "-n", "1")).isZero();

        assertThat(out.toString().lines()).singleElement().asString().endsWith("started");
    }

    @Test
    void whatAServiceLoggedInAProcessOfItsOwnIsShownToo() throws IOException {
        Files.writeString(home.log("catalog"), "2027-01-01T00:00:00.000Z INFO i.m.c.Catalog alone\n");

        assertThat(logs("catalog", "-n", "1")).isZero();

        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                ==> catalog.log <==
                2027-01-01T00:00:00.000Z INFO i.m.c.Catalog alone
                ==> mesh.log, of catalog <==
                2027-01-01T00:00:03.000Z WARN  catalog  i.m.c.Catalog is slow
                """);
    }

    @Test
    void aServiceThatSaidNothingHasNothingToShow() {
        assertThat(logs("policy")).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theLogOfTheMeshIsEverybodys() {
        assertThat(logs("mesh")).isZero();
        assertThat(out.toString().lines()).hasSize(6);
    }

    @Test
    void namesThePartsThatHaveALog() {
        assertThat(logs("brokr")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString())
                .contains(
                        "there is no log of 'brokr'; there are: broker, catalog, mesh, notifier, policy, quality, slack");
    }

    private int logs(String part, String... options) {
        var arguments = new ArrayList<>(List.of("logs", part, "--home", folder.toString()));
        arguments.addAll(List.of(options));
        return MeshCommand.create()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
