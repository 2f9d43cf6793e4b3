package io.meshwork.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

        await().atMost(30, SECONDS)
                .until(() -> processesOf(state)
                        .noneMatch(part -> Processes.find(part).isPresent()));
        assertThat(exitCode(mesh("status"))).isEqualTo(3);
        assertThat(exitCode(mesh("down"))).isZero();
        assertThat(new MeshHome(folder).stateFile().read()).isEmpty();
    }

    @Test
    void runsInTheBackgroundUntilDown() {
        Process up = mesh("up", "--background", "--without-services", "--port-base", "0");
        assertThat(exitCode(up)).isZero();
        PlatformState state = new MeshHome(folder).running().orElseThrow();

        Process again = mesh("up");
        assertThat(exitCode(again)).isZero();
        assertThat(output(again)).contains("already running");
        assertThat(exitCode(mesh("status"))).isZero();
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

    private Process mesh(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dmesh.home=" + folder,
                "-Dmesh.dist=" + Distribution.find(),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", Jvm.ownClassPath());
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
