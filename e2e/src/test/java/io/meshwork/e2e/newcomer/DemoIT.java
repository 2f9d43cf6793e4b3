package io.meshwork.e2e.newcomer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.meshwork.local.PlatformOptions;
import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PartState;
import io.meshwork.local.state.PartState.Running;
import io.meshwork.local.state.Processes;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code mesh demo} of the built distribution, as the script starts it, with its state in a folder with a space in its name. */
@Timeout(value = 6, unit = MINUTES, threadMode = SEPARATE_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {

    private static final int PATIENCE_SECONDS = 180;

    /** What examples/README.md says becomes of each. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "aviation.airports", "listed",
            "aviation.birdstrikes", "listed with warnings",
            "cart.carts", "listed",
            "checkout.orders", "listed",
            "checkout.payments", "blocked",
            "marketing.attribution", "listed with warnings",
            "media.movies", "listed with warnings",
            "sales.customer-360", "listed");

    @TempDir
    static Path folder;

    private final MeshHome home = new MeshHome(folder.resolve("my mesh"));
    private final List<String> told = new ArrayList<>();
    private Process demo;

    @AfterEach
    void endWhatIsLeft() {
        demo.destroyForcibly();
    }

    @Test
    @Order(1)
    void tellsOfEveryExampleWhatBecomesOfItAndEnds() throws Exception {
        BufferedReader output = start("demo", "--exit");
        readUntil(output, "The mesh is ready");
        List<Running> processes = processes();
        output.lines().forEach(told::add);

        assertThat(processes).hasSizeGreaterThan(2);
        assertThat(demo.waitFor(PATIENCE_SECONDS, SECONDS)).isTrue();
        assertThat(demo.exitValue()).as(this::output).isZero();
        assertThat(section("Publishing 8 example products"))
                .allSatisfy(line -> assertThat(line).doesNotContain("Exception"));
        EXAMPLES.forEach(this::assertFollowed);
        assertThat(section("The mesh now"))
                .as("why a product with failed data is listed")
                .anySatisfy(line -> assertThat(line).contains("observed-quality"));
        assertThat(section("Slack, as ops see it"))
                .anySatisfy(line -> assertThat(line).contains("#ops", "checkout.payments", "blocked"))
                .anySatisfy(line -> assertThat(line).contains("#ops", "media.movies"));
        assertThat(section("The consumers' feed, topic mesh.product.updates.v1"))
                .anySatisfy(line -> assertThat(line).contains("cart.carts", "→ ", "everything", "marketing"))
                .anySatisfy(line -> assertThat(line).contains("aviation.airports", "→ everything"));
        assertGone(processes);
    }

    private void assertFollowed(String product, String state) {
        assertThat(section("Publishing 8 example products").stream()
                        .filter(line -> line.contains(" " + product + " "))
                        .map(line ->
                                line.replaceFirst(".* " + product + " +", "").strip()))
                .as(product)
                .satisfiesExactly(
                        submitted -> assertThat(submitted).matches("submitted  201 decided in \\d+ ms"),
                        published -> assertThat(published).matches("published  version [\\d.]+"),
                        either -> assertThat(either).matches("(judged|scored)  .+"),
                        other -> assertThat(other).matches("(judged|scored)  .+"),
                        listed -> assertThat(listed).matches(state + "  after \\d+ ms"));
        assertThat(section("The mesh now"))
                .filteredOn(line -> line.startsWith("  " + product + " "))
                .singleElement()
                .asString()
                .matches("  " + product + " +[\\d.]+ +\\w+ +\\S.* +" + state + " +\\d+ ms");
    }

    @Test
    @Order(2)
    void leavesNothingBehindWhenItIsInterruptedAsItStarts() throws Exception {
        BufferedReader output = start("demo");
        readUntil(output, "  ✓ broker");
        List<Running> processes = processes();

        // What Ctrl-C does, too; but whoever is started in the background may have been told to pass over that.
        demo.toHandle().destroy();

        output.lines().forEach(told::add);
        assertThat(demo.waitFor(PATIENCE_SECONDS, SECONDS)).isTrue();
        assertThat(told).noneMatch(line -> line.contains("Exception"));
        assertThat(processes).isNotEmpty();
        await().atMost(PATIENCE_SECONDS, SECONDS).untilAsserted(() -> assertGone(processes));
    }

    private void assertGone(List<Running> processes) {
        assertThat(processes)
                .allSatisfy(process -> assertThat(Processes.find(process)).isEmpty());
        assertThat(home.running()).isEmpty();
    }

    private List<Running> processes() {
        return home.running().orElseThrow().parts().stream()
                .map(PartState::process)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The lines below a heading. */
    private List<String> section(String heading) {
        assertThat(told).contains(heading);
        return told.stream()
                .skip(told.indexOf(heading) + 1L)
                .takeWhile(line -> !line.isBlank())
                .toList();
    }

    private void readUntil(BufferedReader output, String beginning) throws IOException {
        String line;
        do {
            line = output.readLine();
            assertThat(line).as(this::output).isNotNull();
            told.add(line);
        } while (!line.startsWith(beginning));
    }

    private String output() {
        return String.join("\n", told);
    }

    private BufferedReader start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Dmesh.home=" + home.folder(),
                "-Dlogback.configurationFile=io/meshwork/local/logback.xml",
                "io.meshwork.local.Main"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--port-base", "0"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("CLASSPATH", PlatformOptions.in(home.folder()).programs().classPath());
        demo = builder.start();
        return demo.inputReader(UTF_8);
    }
}
