package io.meshwork.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    @TempDir
    Path folder;

    @Test
    void runsItsCommandOnlyWhenReleased() {
        Path done = folder.resolve("done");
        Guard guard = Guard.over(List.of("touch", done.toString()));

        assertThat(done).doesNotExist();
        guard.release();

        assertThat(done).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "HUP", "TERM"})
    void staysThoughItsWholeProcessGroupIsSignalled(String signal) throws IOException, InterruptedException {
        Path done = folder.resolve("done");
        Guard guard = Guard.over(List.of("touch", done.toString()));

        signal(signal, guard);
        guard.release();

        assertThat(done).exists();
    }

    private static void signal(String signal, Guard guard) throws IOException, InterruptedException {
        // The shell sets its traps in its first milliseconds.
        TimeUnit.MILLISECONDS.sleep(300);
        new ProcessBuilder("kill", "-" + signal, Long.toString(guard.pid()))
                .start()
                .waitFor();
        TimeUnit.MILLISECONDS.sleep(100);
    }
}
