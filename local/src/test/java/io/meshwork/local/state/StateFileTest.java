package io.meshwork.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.local.state.PartState.Running;
import io.meshwork.local.state.PlatformState.Phase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");

    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasWritten() {
        PlatformState state = stateOf(new Running(12, START));

        new MeshHome(folder).stateFile().write(state);

        assertThat(new MeshHome(folder).stateFile().read()).contains(state);
        assertThat(folder.resolve("mesh.pid")).hasContent("12");
    }

    @Test
    void isReadWhenAnEarlierBuildWroteIt() throws IOException {
        Files.writeString(folder.resolve("state.json"), """
                {"supervisor": {"pid": 12, "startedAt": "2026-05-01T08:00:00Z"}, "phase": "READY", "parts": []}""");

        assertThat(new MeshHome(folder).stateFile().read())
                .contains(new PlatformState(new Running(12, START), Phase.READY, List.of(), null));
    }

    @Test
    void nothingRunsWhereNothingIsRecorded() {
        assertThat(new MeshHome(folder).running()).isEmpty();
    }

    @Test
    void ignoresAFileThatIsNotOurs() throws IOException {
        Files.writeString(folder.resolve("state.json"), "{ broken");

        assertThat(new MeshHome(folder).running()).isEmpty();
    }

    @Test
    void aLiveSupervisorIsRunning() {
        new MeshHome(folder).stateFile().write(stateOf(Running.current()));

        assertThat(new MeshHome(folder).running()).isPresent();
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotTheSupervisor() {
        Running reused = new Running(ProcessHandle.current().pid(), START);

        new MeshHome(folder).stateFile().write(stateOf(reused));

        assertThat(new MeshHome(folder).running()).isEmpty();
    }

    @Test
    void startsMayDifferByAClockAdjustmentButNotMore() {
        assertThat(Processes.isSame(START, Optional.of(START.plusMillis(2_000))))
                .isTrue();
        assertThat(Processes.isSame(START, Optional.of(START.plusMillis(2_001))))
                .isFalse();
        assertThat(Processes.isSame(START, Optional.empty())).isFalse();
    }

    @Test
    void onlyOneHoldsTheFolder() {
        MeshHome home = new MeshHome(folder);
        try (HomeLock first = HomeLock.take(home).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(HomeLock.take(home)).isEmpty();
        }
        assertThat(HomeLock.take(home)).isPresent();
    }

    @Test
    void wipingLeavesFilesThatAreNotOurs() throws IOException {
        MeshHome home = new MeshHome(folder);
        home.create();
        Files.createDirectories(home.data("broker").resolve("data"));
        Files.createDirectories(home.data("search").resolve("catalog"));
        Path foreign = Files.writeString(folder.resolve("thesis.txt"), "years of work");

        home.wipe();

        assertThat(folder).isDirectoryContaining(foreign::equals);
        assertThat(home.data("broker")).doesNotExist();
        assertThat(home.data("search")).doesNotExist();
        assertThat(home.logs()).doesNotExist();
    }

    private static PlatformState stateOf(Running supervisor) {
        PartState broker = new PartState("broker", 7092, "Kafka 4", new Running(13, START), null, null);
        PartState slack =
                new PartState("slack", 7084, "stand-in", null, URI.create("http://127.0.0.1:7084/messages"), null);
        return new PlatformState(supervisor, Phase.READY, List.of(broker, slack), Path.of("/data of Zoë"));
    }
}
