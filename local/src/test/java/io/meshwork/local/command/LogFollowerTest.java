package io.meshwork.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.local.process.LogTail;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {

    @TempDir
    Path folder;

    @Test
    void showsWhatIsAddedAndWhereItComesFrom() throws IOException {
        Path broker = Files.writeString(folder.resolve("broker.log"), "old\n");
        Path mesh = Files.writeString(folder.resolve("mesh.log"), "");
        StringWriter out = new StringWriter();
        LogFollower follower = new LogFollower(List.of(LogSource.of(broker), LogSource.of(mesh)), new PrintWriter(out));

        Files.writeString(broker, "new\n", StandardOpenOption.APPEND);
        follower.showNews();
        follower.showNews();

        assertThat(out.toString()).isEqualToNormalizingNewlines("==> broker.log <==\nnew\n");
    }

    @Test
    void startsOverWhenALogWasReplaced() throws IOException {
        Path log = Files.writeString(folder.resolve("build.log"), "a long first line\n");
        StringWriter out = new StringWriter();
        LogFollower follower = new LogFollower(List.of(LogSource.of(log)), new PrintWriter(out));

        Files.writeString(log, "again\n");
        follower.showNews();

        assertThat(out.toString()).isEqualToNormalizingNewlines("again\n");
    }

    @Test
    void showsALineOfAPartWhenItIsWholeAndWhatFollowsOnIt() throws IOException {
        Path mesh = Files.writeString(folder.resolve("mesh.log"), line("policy", "old"));
        StringWriter out = new StringWriter();
        LogFollower follower = new LogFollower(List.of(new LogSource(mesh, "catalog")), new PrintWriter(out));

        Files.writeString(mesh, line("catalog", "new") + "\tat Frame", StandardOpenOption.APPEND);
        follower.showNews();
        Files.writeString(mesh, ".of.it\n" + line("mesh", "other"), StandardOpenOption.APPEND);
        follower.showNews();

        assertThat(out.toString()).isEqualToNormalizingNewlines(line("catalog", "new") + "\tat Frame.of.it\n");
    }

    private static String line(String part, String message) {
        return "2027-01-01T00:00:00.000Z INFO  %-8s i.m.Some %s \n".formatted(part, message);
    }

    @Test
    void readsTheLastLinesOfALongLog() throws IOException {
        Path log = folder.resolve("services.log");
        Files.write(
                log, IntStream.rangeClosed(1, 10_000).mapToObj(i -> "line " + i).toList());

        assertThat(LogTail.lines(log, 3)).containsExactly("line 9998", "line 9999", "line 10000");
        assertThat(LogTail.lines(log, 20_000)).hasSize(10_000);
    }
}
