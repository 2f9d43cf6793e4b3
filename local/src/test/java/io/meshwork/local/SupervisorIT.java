package io.meshwork.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.local.ports.Ports;
import io.meshwork.local.ports.PortsTakenException;
import io.meshwork.local.process.Jvm;
import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PartState;
import io.meshwork.local.state.PlatformState;
import io.meshwork.local.state.PlatformState.Phase;
import io.meshwork.local.state.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mesh up} as a process, as people run it. */
class SupervisorIT {

    private static final int PATIENCE_SECONDS = 180;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void nothingOutlivesASupervisorThatIsKilled() {
        Process up = mesh("up", "--without-services", "--port-base", "0");
        PlatformState state = awaitReady(up);

        up.destroyForcibly();

        await().atMost(PATIENCE_SECONDS, SECONDS)
                .until(() -> processesOf(state)
                        .noneMatch(part -> Processes.find(part).isPresent()));
        assertThat(exitCode(mesh("status"))).isEqualTo(3);
        assertThat(exitCode(mesh("down"))).isZero();
        assertThat(new MeshHome(folder).stateFile().read()).isEmpty();
    }

    @Test
    void runsInTheBackgroundUntilDown() {
        int base = freeBase();
        Process up = mesh("up", "--background", "--without-services", "--port-base", String.valueOf(base));
        assertThat(exitCode(up)).isZero();
        assertThat(output(up).lines())
                .containsSubsequence("  broker    127.0.0.1:" + (base + 12), "It runs in the background.")
                .filteredOn(line -> line.startsWith("The mesh is ready after "))
                .as("told once")
                .hasSize(1);
        PlatformState state = new MeshHome(folder).running().orElseThrow();

        Process again = mesh("up");
        assertThat(exitCode(again)).isZero();
        assertThat(output(again)).contains("already running");
        Process elsewhere = mesh("up", "--background", "--port-base", "1234", "--data", folder.toString());
        assertThat(exitCode(elsewhere)).isEqualTo(1);
        assertThat(output(elsewhere))
                .contains("already running", "Port base 1234 was not applied", "Data folder " + folder, "mesh down");
        assertThat(exitCode(mesh("status"))).isZero();
        Process fromElsewhere = meshOf(folder.resolve("elsewhere"), "status", "--port-base", String.valueOf(base));
        assertThat(exitCode(fromElsewhere)).isZero();
        assertThat(output(fromElsewhere)).contains("State is kept in " + folder.toAbsolutePath());
        assertThat(exitCode(mesh("down", "--wipe"))).isZero();

        assertThat(processesOf(state)).noneMatch(part -> Processes.find(part).isPresent());
        assertThat(state.findSupervisor()).isEmpty();
        assertThat(folder.resolve("postgres")).doesNotExist();
    }

    private PlatformState awaitReady(Process up) {
        return await().atMost(PATIENCE_SECONDS, SECONDS)
                .until(() -> running(up), state -> state != null && state.phase() == Phase.READY);
    }

    private PlatformState running(Process up) {
        assertThat(up.isAlive()).as(() -> output(up)).isTrue();
        return new MeshHome(folder).running().orElse(null);
    }

    private static java.util.stream.Stream<PartState.Running> processesOf(PlatformState state) {
        return state.parts().stream().map(PartState::process).filter(Objects::nonNull);
    }

    private static int freeBase() {
        return IntStream.iterate(20_000, base -> base + 500)
                .filter(SupervisorIT::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int base) {
        try {
            Ports.fromBase(base).requireFree();
            return true;
        } catch (PortsTakenException taken) {
            return false;
        }
    }

    private Process mesh(String... arguments) {
        return meshOf(folder, arguments);
    }

    /** @param home the usual folder, unless the arguments name another */
    private Process meshOf(Path home, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dmesh.home=" + home,
                "-Dmesh.dist=" + Distribution.find(),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", Jvm.ownClassPath());
        builder.environment().remove("MESH_PORT_BASE");
        builder.environment().remove("MESH_HOME");
        try {
            Process process = builder.start();
            started.add(process);
            return process;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int exitCode(Process process) {
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, SECONDS)).isTrue();
            return process.exitValue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String output(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
