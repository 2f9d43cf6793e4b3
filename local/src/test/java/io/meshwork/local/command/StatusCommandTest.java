package io.meshwork.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.local.command.Health.State;
import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PartState;
import io.meshwork.local.state.PartState.Running;
import io.meshwork.local.state.PlatformState;
import io.meshwork.local.state.PlatformState.Phase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StatusCommandTest {

    private static final Running GONE = new Running(ProcessHandle.current().pid(), Instant.EPOCH);

    @TempDir
    Path folder;

    @Test
    void showsPartsInColumnsAndTheSumOfTheirMemory() {
        String table = StatusCommand.table(List.of(
                new Health("mesh", State.UP, null, 1L, 100L << 20, "", null),
                new Health("slack", State.UP, 7084, 1L, null, "stand-in", "http://127.0.0.1:7084/"),
                new Health("broker", State.NOT_READY, 7092, 4711L, 200L << 20, "Kafka 4.2.1", null),
                new Health("registry", State.DOWN, 7085, null, null, "Apicurio 3", null)));

        assertThat(table).isEqualTo("""
                PART      STATE      PORT  PID   MEMORY   VERSION
                mesh      up               1     100 MB
                slack     up         7084  1     in mesh  stand-in
                broker    not ready  7092  4711  200 MB   Kafka 4.2.1
                registry  down       7085                 Apicurio 3
                total                            300 MB""");
    }

    @Test
    void aPartThatIsJustEndingIsNotInMesh() {
        String table = StatusCommand.table(List.of(
                new Health("mesh", State.DOWN, null, null, null, "", null),
                new Health("slack", State.DOWN, 7084, null, null, "stand-in", null),
                new Health("broker", State.NOT_READY, 9112, 618L, null, "Kafka 4.2.1", null)));

        assertThat(table).contains("not ready").doesNotContain("in mesh");
    }

    @Test
    void saysHowToStartAMeshThatIsNotRunning() {
        Run run = run("status");

        assertThat(run.exitCode).isEqualTo(ExitCodes.DOWN);
        assertThat(run.output).contains("No mesh runs in " + folder + "; there is no data in it.", "mesh up");
    }

    @Test
    void saysWhenThereIsDataOfAnEarlierMesh() throws IOException {
        Files.createDirectory(new MeshHome(folder).data("postgres"));

        assertThat(run("status").output).contains("No mesh runs in " + folder + "; its data is kept.");
    }

    @Test
    void saysWhichDataTheMeshReads() {
        Path data = folder.resolve("my data");
        new MeshHome(folder).stateFile().write(new PlatformState(Running.current(), Phase.READY, List.of(), data));

        assertThat(run("status").output).contains("Data is read from " + data);
    }

    @Test
    void aSupervisorThatWasKilledIsDownWithAllItsParts() {
        PartState broker = new PartState("broker", 1, "Kafka", GONE, null, null);
        new MeshHome(folder).stateFile().write(new PlatformState(GONE, Phase.READY, List.of(broker), null));

        Run run = run("status", "--output", "json");

        assertThat(run.exitCode).isEqualTo(ExitCodes.DOWN);
        assertThat(run.output).containsPattern("\"part\" ?: ?\"broker\"").containsPattern("\"state\" ?: ?\"DOWN\"");
    }

    @Test
    void downIsDoneWhenNothingRuns() {
        Run run = run("down", "--wipe");

        assertThat(run.exitCode).isEqualTo(ExitCodes.OK);
        assertThat(run.output).contains("was not running").contains("deleted");
    }

    @Test
    void namesTheLogsThereAreWhenAskedForAnother() {
        new MeshHome(folder).create();

        Run run = run("logs", "brokr");

        assertThat(run.exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run.errors).contains("there is no log of 'brokr'");
    }

    private record Run(int exitCode, String output, String errors) {}

    private Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine mesh = MeshCommand.create().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(arguments), java.util.stream.Stream.of("--home", folder.toString()))
                .toArray(String[]::new);
        return new Run(mesh.execute(all), out.toString(), err.toString());
    }
}
