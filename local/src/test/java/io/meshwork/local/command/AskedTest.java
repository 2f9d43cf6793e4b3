package io.meshwork.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PartState;
import io.meshwork.local.state.PartState.Running;
import io.meshwork.local.state.PlatformState;
import io.meshwork.local.state.PlatformState.Phase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Options for a mesh that runs already, at 9100. */
class AskedTest {

    private static final MeshHome HOME = new MeshHome(Path.of("/home/ada/.mesh"));
    private static final Path EXAMPLES = Path.of("/repository/examples");
    private static final Path OWN = Path.of("/home/ada/data");

    @Test
    void aMeshThatIsAsItWasAskedForIsEnough() {
        assertThat(notApplied(asked(OptionalInt.empty(), Optional.empty()))).isEmpty();
        assertThat(notApplied(asked(OptionalInt.of(9100), Optional.of(EXAMPLES))))
                .isEmpty();
        assertThat(notApplied(asked(OptionalInt.of(0), Optional.empty())))
                .as("any free ports")
                .isEmpty();
    }

    @Test
    void otherPortsAreNotPassedOverInSilence() {
        assertThat(notApplied(asked(OptionalInt.of(9200), Optional.empty())))
                .containsExactly(
                        "Port base 9200 was not applied: the mesh listens at the ports above.",
                        "Stop it first: mesh down --home /home/ada/.mesh; or start another beside it: mesh up --home <folder> --port-base <port>");
    }

    @Test
    void norIsOtherData() {
        var asked = asked(OptionalInt.of(9100), Optional.of(OWN));

        assertThat(notApplied(asked))
                .hasSize(2)
                .first()
                .isEqualTo("Data folder /home/ada/data was not applied: the mesh reads /repository/examples.");
        assertThat(asked.notApplied(HOME, running(null)))
                .as("of a mesh without services")
                .first()
                .isEqualTo("Data folder /home/ada/data was not applied: the mesh reads none.");
    }

    @Test
    void norAreProcessesOfTheirOwn() {
        var apart = new Asked(OptionalInt.empty(), Optional.empty(), true, false);

        assertThat(apart.notApplied(HOME, with(Phase.READY, catalog(null))))
                .hasSize(2)
                .first()
                .isEqualTo("--processes was not applied: the services share the process of the mesh.");
        assertThat(apart.notApplied(HOME, with(Phase.READY, catalog(Running.current()))))
                .isEmpty();
        assertThat(apart.notApplied(HOME, with(Phase.STARTING, catalog(null))))
                .as("of one that has not come so far")
                .isEmpty();
        assertThat(new Asked(OptionalInt.empty(), Optional.empty(), false, true)
                        .notApplied(HOME, with(Phase.READY, catalog(null))))
                .first()
                .isEqualTo("--without-services was not applied: the mesh runs services.");
    }

    private static PartState catalog(@Nullable Running process) {
        return new PartState("catalog", 9100, "1", process, null, null);
    }

    private static PlatformState with(Phase phase, PartState part) {
        return new PlatformState(Running.current(), phase, List.of(part), EXAMPLES);
    }

    private static Asked asked(OptionalInt portBase, Optional<Path> data) {
        return new Asked(portBase, data, false, false);
    }

    private static List<String> notApplied(Asked asked) {
        return asked.notApplied(HOME, running(EXAMPLES));
    }

    private static PlatformState running(@Nullable Path data) {
        var broker = new PartState("broker", 9112, "Kafka", null, null, null);
        return new PlatformState(Running.current(), Phase.READY, List.of(broker), data);
    }
}
