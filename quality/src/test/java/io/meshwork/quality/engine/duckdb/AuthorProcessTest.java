package io.meshwork.quality.engine.duckdb;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.atLeast;
import static io.meshwork.quality.Contracts.check;
import static io.meshwork.quality.Contracts.noRow;
import static io.meshwork.quality.Contracts.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.quality.score.CheckScore;
import io.meshwork.quality.score.CheckStatus;
import io.meshwork.quality.score.Scorecard;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query does to the process that it runs in is the matter of its own check. */
@Timeout(60)
class AuthorProcessTest {

    /** One call of a function, which DuckDB does not leave before it is done. */
    private static final String UNINTERRUPTIBLE = "SELECT levenshtein(repeat('a', 300000), repeat('b', 300000))";

    @TempDir
    static Path folder;

    private static final ExecutorService SCANS = Executors.newFixedThreadPool(2);

    private static DataRoot data;

    @BeforeAll
    static void open() {
        data = DataRoot.withOwnProcesses(folder.resolve("root"));
        data.write("orders.csv", "id\n1\n2\n");
    }

    @AfterAll
    static void close() {
        SCANS.shutdownNow();
        data.close();
    }

    private static CheckScore run(String query) {
        return data.only(aProduct().at("orders.csv").with(sql(query, atLeast(1))));
    }

    /** Those of this test have its folder in their command. */
    private static List<ProcessHandle> processes() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(folder.toString()))
                .toList();
    }

    private static void awaitQuery() {
        await().until(() -> Thread.getAllStackTraces().values().stream()
                .flatMap(Stream::of)
                .anyMatch(frame -> frame.getClassName().endsWith(".Worker")
                        && frame.getMethodName().equals("ask")));
    }

    @Test
    void oneThatIsKilledIsOneCheckThatFailed() throws Exception {
        Future<Scorecard> card = SCANS.submit(() -> data.score(aProduct()
                .at("orders.csv")
                .with(
                        check(Metric.NULL_VALUES, noRow(), "id"),
                        sql(UNINTERRUPTIBLE, noRow()),
                        sql("SELECT max(id) FROM orders", atLeast(2)))));

        awaitQuery();
        processes().forEach(ProcessHandle::destroyForcibly);

        assertThat(card.get().checks())
                .extracting(CheckScore::status)
                .containsExactly(CheckStatus.PASSED, CheckStatus.ERROR, CheckStatus.PASSED);
        assertThat(card.get().checks().get(1).message()).contains("process ended (signal 9)");
        assertThat(run("SELECT count(*) FROM orders").status()).isEqualTo(CheckStatus.PASSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT length(list(range)) FROM range(1000000000)",
                "SELECT length(regexp_replace(repeat('a', 100000000), 'a', 'bbbbbbbbbbbbbbbb', 'g'))",
                "SELECT repeat('x', 30000000)"
            })
    void memoryIsLimited(String greedy) {
        CheckScore score = run(greedy);

        assertThat(score.status()).isEqualTo(CheckStatus.ERROR);
        assertThat(score.message()).containsIgnoringCase("memory");
        assertThat(run("SELECT count(*) FROM orders").status()).isEqualTo(CheckStatus.PASSED);
    }

    @Test
    void whatCannotBeInterruptedIsEnded() {
        try (DataRoot impatient = new DataRoot(folder.resolve("root"), Duration.ofSeconds(1))) {
            CheckScore score = impatient.only(aProduct().at("orders.csv").with(sql(UNINTERRUPTIBLE, noRow())));

            assertThat(score.status()).isEqualTo(CheckStatus.ERROR);
            assertThat(score.message()).contains("took longer than 1 s and could not be interrupted");
        }
    }

    @Test
    void scansHaveProcessesOfTheirOwn() {
        List<Future<CheckScore>> scores = Stream.of(1, 2)
                .map(least -> SCANS.submit(() -> data.only(aProduct()
                        .at("orders.csv")
                        .with(sql("SELECT count(*) FROM orders, range(20000000)", atLeast(least))))))
                .toList();

        await().until(() -> processes().size() == 2);

        assertThat(scores).allSatisfy(score -> assertThat(score.get().status()).isEqualTo(CheckStatus.PASSED));
    }

    @Test
    void nothingStaysForTheNextScan() {
        data.write("secret.csv", "password\n1\n");
        CheckScore own =
                data.only(aProduct().at("secret.csv").with(sql("SELECT max(password) FROM {object}", atLeast(1))));
        CheckScore other = run("SELECT max(password) FROM {object}");

        assertThat(own.status()).isEqualTo(CheckStatus.PASSED);
        assertThat(other.status()).isEqualTo(CheckStatus.ERROR);
        assertThat(other.message()).contains("password");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 5_000, 50_000})
    void depthOfQueryIsItsOwnMatter(int depth) {
        CheckScore score = run("SELECT " + "(".repeat(depth) + "1" + ")".repeat(depth));

        assertThat(score.status()).isIn(CheckStatus.PASSED, CheckStatus.ERROR);
        assertThat(run("SELECT count(*) FROM orders").status()).isEqualTo(CheckStatus.PASSED);
    }

    @Test
    void endWithTheServiceInTheMiddleOfQuery() throws IOException {
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        KilledService.class.getName(),
                        folder.resolve("root").toString(),
                        UNINTERRUPTIBLE)
                .redirectError(folder.resolve("log").toFile())
                .start();
        try (BufferedReader told = service.inputReader()) {
            assertThat(told.readLine()).isEqualTo(KilledService.RUNNING);
        }
        ProcessHandle worker = service.descendants().findFirst().orElseThrow();
        Duration before = worker.info().totalCpuDuration().orElseThrow();
        await().until(() ->
                worker.info().totalCpuDuration().orElseThrow().minus(before).isPositive());

        service.destroyForcibly();

        await().until(() -> !worker.isAlive());
    }
}
