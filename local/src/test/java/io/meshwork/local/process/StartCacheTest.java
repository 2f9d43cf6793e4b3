package io.meshwork.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {

    private static final String PICOCLI = Arrays.stream(Jvm.ownClassPath().split(File.pathSeparator))
            .filter(path -> path.contains("picocli"))
            .findFirst()
            .orElseThrow();

    /** By a process of the lowest priority, which a busy machine may not let run for long. */
    private static final Duration ASSEMBLED = Duration.ofMinutes(5);

    @TempDir
    Path dist;

    private Path jar;
    private StartCache cache;

    @BeforeEach
    void aBuild() throws IOException {
        jar = Files.createFile(Files.createDirectories(dist.resolve("lib")).resolve("a.jar"));
        cache = new StartCache(dist, "program");
    }

    @Test
    void recordsThenAssemblesAndUsesWhatItRecorded() throws Exception {
        List<String> recording = cache.useOrRecord();
        assertThat(recording).anyMatch(option -> option.equals("-XX:AOTMode=record"));
        assertThat(cache.useIfThere()).isEmpty();

        run(recording);

        await().atMost(ASSEMBLED).until(() -> !cache.useIfThere().isEmpty());
        assertThat(cache.useOrRecord())
                .isEqualTo(cache.useIfThere())
                .first()
                .asString()
                .startsWith("-XX:AOTCache=");
        assertThat(run(cache.useOrRecord())).contains("picocli");
    }

    @Test
    void doesNotFitAJarThatIsYounger() throws Exception {
        run(cache.useOrRecord());
        await().atMost(ASSEMBLED).until(() -> !cache.useIfThere().isEmpty());

        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(cache.useIfThere()).isEmpty();
        assertThat(cache.useOrRecord()).anyMatch(option -> option.equals("-XX:AOTMode=record"));
    }

    @Test
    void isNotAssembledFromAProcessThatWasKilled() throws Exception {
        List<String> options = cache.useOrRecord();
        Process sleeping = new ProcessBuilder("sleep", "60").start();
        StartCache.assembleAfter(sleeping.pid(), options, PICOCLI);

        sleeping.destroyForcibly().waitFor();

        // The shell looks once a second.
        await().pollDelay(Duration.ofSeconds(3)).until(() -> cache.useIfThere().isEmpty());
    }

    @Test
    void deletesRecordingsThatNobodyAssembled() throws IOException {
        Path folder = Files.createDirectories(dist.resolve("start-" + Runtime.version()));
        Path forgotten = Files.createFile(folder.resolve("program.aot.17"));
        Path fresh = Files.createFile(folder.resolve("program.aot.18"));
        Files.setLastModifiedTime(forgotten, FileTime.from(Instant.now().minusSeconds(7200)));

        cache.useOrRecord();

        assertThat(forgotten).doesNotExist();
        assertThat(fresh).exists();
    }

    private String run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Jvm.JAVA));
        command.addAll(options);
        command.addAll(List.of("-cp", PICOCLI, "picocli.AutoComplete", "--help"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        StartCache.assembleAfter(process.pid(), options, PICOCLI);
        return printed;
    }
}
