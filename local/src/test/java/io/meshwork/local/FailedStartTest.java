package io.meshwork.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.local.process.PartFailedException;
import io.meshwork.local.state.MeshHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read whose mesh does not start. */
class FailedStartTest {

    @TempDir
    Path folder;

    private MeshHome home;

    @BeforeEach
    void createHome() {
        home = new MeshHome(folder);
        home.create();
    }

    @Test
    void saysWhichPartWhyWhereAndHowToMendIt() throws IOException {
        FailedStart start = FailedStart.before(home, "broker");
        Files.writeString(
                home.log("broker"), "java.lang.RuntimeException: node ID not found in /data\n\tat kafka.Kafka\n");

        String message = start.because(new PartFailedException("broker ended with exit code 1"))
                .getMessage();

        assertThat(message.lines())
                .containsExactly(
                        "broker did not start: ended with exit code 1: node ID not found in /data",
                        "Its log: " + home.log("broker"),
                        "Try again when the cause is mended; if the data in " + home.folder()
                                + " is damaged, start with empty data: mesh down --wipe --home " + home.folder());
    }

    @Test
    void aServiceInOurJvmHasItsCauseAndTheLogOfTheMesh() {
        var deep = new IllegalStateException(
                "bean of bean", new IllegalStateException("mesh.gather: write a duration\nsuch as 20ms"));

        assertThat(FailedStart.before(home, "catalog").because(deep).getMessage())
                .startsWith("catalog did not start: mesh.gather: write a duration\nIts log: " + home.log("mesh"));
    }

    @Test
    void knowsHowCommonTroubleIsMended() throws IOException {
        assertThat(because(new IOException("No space left on device"))).contains("Make room on the disk");
        assertThat(because(new IOException("Port 7080 was already in use"))).contains("--port-base");
        Files.writeString(home.log("registry"), "ERROR java.lang.OutOfMemoryError\n", StandardOpenOption.CREATE);
        assertThat(new FailedStart(home, "registry", 0)
                        .because(new PartFailedException("registry ended with exit code 1"))
                        .getMessage())
                .contains("1.3 GB");
    }

    private String because(IOException cause) {
        return FailedStart.before(home, "policy")
                .because(new UncheckedIOException(cause))
                .getMessage();
    }
}
