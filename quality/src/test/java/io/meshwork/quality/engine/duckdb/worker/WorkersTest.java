package io.meshwork.quality.engine.duckdb.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkersTest {

    private static final Request.Open ANY = new Request.Open("/file", 64, 1, Duration.ofSeconds(10), 64);

    @TempDir
    Path folder;

    private Workers workers;

    @BeforeEach
    void open() {
        workers = new Workers(settings(Duration.ofMinutes(1)), FakeProgram::into);
    }

    @AfterEach
    void leavesNothingOnTheDisk() throws IOException {
        workers.close();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private WorkerSettings settings(Duration idle) {
        return new WorkerSettings(1, 64, 64, idle, folder);
    }

    private Answer ask(String query) {
        return ask(ANY, query);
    }

    private Answer ask(Request.Open open, String query) {
        try (Lease lease = workers.lease(open)) {
            return ask(lease, query);
        }
    }

    private static Answer ask(Lease lease, String query) {
        return lease.ask(new Request.Ask("rows", List.of("orders"), query));
    }

    private ProcessHandle running() {
        return ProcessHandle.of(pid(ask("pid"))).orElseThrow();
    }

    private static long pid(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Value.class);
        return (long) ((Answer.Value) answer).value();
    }

    private static String refusal(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).reason();
    }

    private static String loss(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Lost.class);
        return ((Answer.Lost) answer).reason();
    }

    @Test
    void keepsOneForTheNextScan() {
        assertThat(pid(ask("pid")))
                .isEqualTo(pid(ask("pid")))
                .isNotEqualTo(ProcessHandle.current().pid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"noise", "a gigabyte", "another kind"})
    void endsOneThatAnswersInNoFormOfOurs(String answer) {
        try (Lease lease = workers.lease(ANY)) {
            assertThat(loss(ask(lease, answer))).contains("cannot be read");
            assertThat(ask(lease, "again")).isEqualTo(new Answer.Value(1));
        }
    }

    @Test
    void tellsHowOneEnded() {
        assertThat(loss(ask("exit"))).contains("exit code 7");
    }

    @Test
    void endsOneThatDoesNotAnswerInTime() {
        Request.Open hasty = new Request.Open("/file", 64, 1, Duration.ofMillis(100), 64);
        ProcessHandle silent = running();

        assertThat(loss(ask(hasty, "silence"))).contains("could not be interrupted");
        assertThat(silent.isAlive()).isFalse();
    }

    @Test
    void replacesOneThatEndedWhileItWaited() {
        ProcessHandle waiting = running();
        waiting.destroyForcibly();
        await().until(() -> !waiting.isAlive());

        assertThat(ask("again")).isEqualTo(new Answer.Value(1));
    }

    /** Whoever stops the service may tell all its processes; a query that runs then has not failed. */
    @Test
    void keepsOneThatIsToldToStopWithTheService() {
        ProcessHandle worker = running();

        worker.destroy();

        assertThat(pid(ask("pid"))).isEqualTo(worker.pid());
    }

    @Test
    void endsOneThatNobodyNeeds() {
        workers.close();
        workers = new Workers(settings(Duration.ofMillis(50)), FakeProgram::into);
        ProcessHandle unused = running();

        await().until(() -> !unused.isAlive());
        assertThat(ask("again")).isEqualTo(new Answer.Value(1));
    }

    @Test
    void startsNoMoreThanItMay() throws Exception {
        FutureTask<Long> second = new FutureTask<>(() -> pid(ask("pid")));
        long first;
        try (Lease lease = workers.lease(ANY)) {
            Thread.ofPlatform().start(second);
            first = pid(ask(lease, "pid"));
            assertThat(second).isNotDone();
        }

        assertThat(second.get()).isEqualTo(first);
    }

    @Test
    void endsAllWhenItIsClosedAndBlamesNoQuery() {
        ProcessHandle worker = running();
        Lease lease = workers.lease(ANY);
        FutureTask<Answer> asked = new FutureTask<>(() -> ask(lease, "silence"));
        Thread asking = Thread.ofPlatform().start(asked);
        await().until(() -> Stream.of(asking.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("told")));

        workers.close();

        assertThat(worker.isAlive()).isFalse();
        assertThat(asked).failsWithin(Duration.ofSeconds(5));
        assertThatIllegalStateException().isThrownBy(() -> ask(lease, "again")).withMessageContaining("run again");
    }

    @Test
    void saysWhyNoneCanBeStarted() {
        workers.close();
        workers = new Workers(
                settings(Duration.ofMinutes(1)), place -> new Program("io.meshwork.Gone", List.of(place), place));

        Answer answer = ask("one");

        assertThat(answer).isInstanceOf(Answer.Unavailable.class);
        assertThat(((Answer.Unavailable) answer).reason())
                .contains("no process for them can be started", "exit code 1", "io.meshwork.Gone");
    }

    @Test
    void saysWhyNoneCanBePutTogether() {
        workers.close();
        workers = new Workers(settings(Duration.ofMinutes(1)), place -> {
            throw new IOException("there is no DuckDB");
        });

        assertThat(ask("one")).hasToString(String.valueOf(ask("one")));
        assertThat(((Answer.Unavailable) ask("one")).reason()).contains("there is no DuckDB");
    }

    @Test
    void sendsNoQueryLongerThanAFrame() {
        assertThat(refusal(ask("x".repeat(Wire.LONGEST)))).contains("1024 KB");
    }

    @Test
    void letsNothingOfOursThrough() throws IOException {
        Path ours = Files.createFile(folder.resolve("ours"));
        try (var open = Files.newInputStream(ours)) {
            assertThat(System.getenv()).containsKey("PATH");
            assertThat(refusal(ask("environment"))).isEqualTo("{LC_ALL=C.UTF-8}");
            assertThat(refusal(ask("folder"))).isEmpty();
            assertThat(open).isNotNull();
        }
        Files.delete(ours);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void inheritsNoOpenFile() throws IOException {
        Path ours = Files.createFile(folder.resolve("ours"));
        try (var open = Files.newInputStream(ours)) {
            assertThat(Files.list(Path.of("/proc/self/fd")).map(WorkersTest::target))
                    .contains(ours.toString());
            assertThat(refusal(ask("files")).lines())
                    .doesNotContain(ours.toString())
                    .noneMatch(file -> file.startsWith("socket:"));
            assertThat(open).isNotNull();
        }
        Files.delete(ours);
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException gone) {
            return "";
        }
    }
}
