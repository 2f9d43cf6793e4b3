package io.meshwork.cli.dlt;

import static io.meshwork.messaging.testkit.TestPlatform.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.events.QualityScored;
import io.meshwork.messaging.sample.Faults;
import io.meshwork.messaging.sample.Products;
import io.meshwork.messaging.sample.SampleService;
import io.meshwork.messaging.testkit.TestPlatform;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** A service that fails, its dead letters, and what becomes of them when the bug is mended. */
class DltCommandTest {

    private static final Duration SOON = TestPlatform.PATIENCE;
    private static final String INPUT = "product.published";
    private static final String LETTERS = "quality.dlt";

    private static final TestPlatform PLATFORM = TestPlatform.fresh();
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void startService() {
        service = SampleService.start(PLATFORM.args("quality"));
    }

    @AfterAll
    static void stopService() {
        service.close();
    }

    @BeforeEach
    void breakService() {
        faults().bugMended.set(false);
    }

    @Test
    void showsWhatWasGivenUpAndWhy() {
        ConsumerRecord<byte[], byte[]> letter = givenUp("bug-shown", Map.of());

        Mesh run = dlt("list", "--service", "quality");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).startsWith("TOPIC");
        assertThat(lineOf(run, "sales.bug-shown"))
                .contains(PLATFORM.topic(LETTERS), position(letter), " quality ", "a bug in the handler")
                .contains(PLATFORM.topic(INPUT) + " " + header(letter, "kafka_dlt-original-partition") + ":"
                        + header(letter, "kafka_dlt-original-offset"));
        assertThat(dlt("list", "--service", "catalog").out()).contains("No dead letters.");
    }

    @Test
    void showsTheNewestWithinTheLimitAndNoControlCharacters() {
        PLATFORM.sendRaw(LETTERS, "sales.evil", new byte[0], Map.of("mesh-dlt-reason", "red \u001b[31m\nand more"));
        awaitLetter("sales.evil");

        assertThat(lineOf(dlt("list"), "sales.evil")).contains("red [31m and more");
        assertThat(dlt("list", "--limit", "0").out()).contains("in all; --limit shows more");
    }

    @Test
    void givesALetterBackToTheServiceWhichHandlesItOnce() {
        ConsumerRecord<byte[], byte[]> letter = givenUp("bug-known", Map.of("colour", "red"));
        faults().bugMended.set(true);

        Mesh first = dlt("replay", "quality", "--offset", position(letter));
        Mesh again = dlt("replay", "quality", "--offset", position(letter));

        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCode.OK);
        assertThat(first.out()).contains(position(letter) + " -> " + PLATFORM.topic(INPUT), "Replayed 1 of 1.");
        assertThat(again.exitCode()).isEqualTo(ExitCode.OK);
        var replayed = inputs("sales.bug-known");
        assertThat(replayed).hasSize(3).allSatisfy(record -> {
            assertThat(record.value()).isEqualTo(letter.value());
            assertThat(header(record, "colour")).isEqualTo("red");
            assertThat(header(record, "ce_id")).isEqualTo(header(letter, "ce_id"));
        });
        assertThat(header(replayed.getLast(), "mesh-replay-group")).isEqualTo(PLATFORM.mesh() + ".quality");
        assertThat(header(replayed.getLast(), "mesh-dlt-reason")).isNull();
        assertHandledOnce("sales.bug-known");
    }

    @Test
    void whatFailsAgainComesBackWithItsCountInPlaceOfWhatWasGivenBack() {
        ConsumerRecord<byte[], byte[]> letter = givenUp("bug-again", Map.of("mesh-token", "a-secret"));

        dlt("replay", "quality", "--offset", position(letter), "--by", "ada");
        await().atMost(SOON).until(() -> recordsOf(LETTERS, "sales.bug-again").size() == 3);

        ConsumerRecord<byte[], byte[]> again = lastLetter("sales.bug-again");
        assertThat(dlt("list", "--key", "sales.bug-again").out().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(" 0:" + again.offset() + " ", " quality  1 ");
        assertThat(dlt("list", "--key", "sales.bug-again", "--all", "--full").out())
                .contains("replayed by ada at 20", "it stands again at " + PLATFORM.topic(INPUT));
        assertThat(dlt("show", "quality", position(again)).out())
                .containsPattern("replayed +1 times before")
                .contains("(a token, not shown)")
                .doesNotContain("a-secret", "mesh-replays");
        assertThat(dlt("replay", "quality", "--all", "--key", "sales.bug-again").out())
                .contains("Replayed 1 of 1.");
        await().atMost(SOON).until(() -> recordsOf(LETTERS, "sales.bug-again").size() == 5);
        assertThat(header(lastLetter("sales.bug-again"), "mesh-replays")).isEqualTo("2");
    }

    /** Without CloudEvents headers an event is known by the place where it first stood. */
    @Test
    void keepsTheIdentityOfARecordWithoutHeaders() {
        PLATFORM.sendRaw(INPUT, "sales.bug-bare", PLATFORM.encode(INPUT, Products.product("bug-bare")), Map.of());
        ConsumerRecord<byte[], byte[]> letter = awaitLetter("sales.bug-bare");
        faults().bugMended.set(true);

        dlt("replay", "quality", "--offset", position(letter));
        dlt("replay", "quality", "--offset", position(letter));

        assertHandledOnce("sales.bug-bare");
    }

    @Test
    void saysOnADryRunWhatItWouldDoAndWritesNothing() {
        ConsumerRecord<byte[], byte[]> letter = givenUp("bug-dry", Map.of());

        Mesh run = dlt("replay", "quality", "--offset", position(letter), "--dry-run");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains(position(letter) + " -> " + PLATFORM.topic(INPUT), "Would replay 1 of 1.");
        assertThat(inputs("sales.bug-dry")).hasSize(1);
    }

    @Test
    void replaysAllThatItCanAndNamesTheOthers() {
        givenUp("bug-all", Map.of());
        PLATFORM.sendRaw(LETTERS, "sales.large", new byte[0], origin("mesh-dlt-value-omitted", "1048000"));
        ConsumerRecord<byte[], byte[]> large = awaitLetter("sales.large");
        faults().bugMended.set(true);

        Mesh run = dlt("replay", "quality", "--all");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains(position(large) + " is not replayed: its value of 1048000 bytes was too large");
        assertHandledOnce("sales.bug-all");
    }

    @Test
    void showsALetterWithItsHeadersAndItsValueByItsSchema() {
        ConsumerRecord<byte[], byte[]> letter = givenUp("bug-whole", Map.of("colour", "red"));

        Mesh run = dlt("show", "quality", position(letter), "--registry", PLATFORM.registry());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("sales.bug-whole", "a bug in the handler", PLATFORM.topic(INPUT))
                .containsPattern("colour +red")
                .contains("io.meshwork.events.ProductPublished", "\"productId\" : \"sales.bug-whole\"");
    }

    @Test
    void showsWhatIsNoAvroAsWhatItIs() {
        PLATFORM.sendRaw(LETTERS, "sales.text", "not \u2713 Avro".getBytes(StandardCharsets.UTF_8), Map.of());
        PLATFORM.sendRaw(LETTERS, "sales.bytes", new byte[] {1, (byte) 0xff, 2}, Map.of());

        assertThat(dlt("show", "quality", position(awaitLetter("sales.text"))).out())
                .contains("text, not in the wire format", "not \u2713 Avro");
        assertThat(dlt("show", "quality", position(awaitLetter("sales.bytes"))).out())
                .contains("3 bytes: bytes", "01ff02");
        assertThat(dlt("show", "quality", "0:999999").exitCode()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void listsAndReplaysOnlyWhatTheFiltersName() {
        ConsumerRecord<byte[], byte[]> letter = givenUp("bug-filtered", Map.of());
        givenUp("bug-other", Map.of());

        assertThat(dlt("list", "--key", "sales.bug-filtered", "--topic", INPUT, "--reason", "A BUG", "--since", "1h")
                        .out()
                        .lines())
                .hasSize(2);
        assertThat(dlt("list", "--key", "sales.bug-filtered", "--topic", "quality.scored")
                        .out())
                .contains("No dead letters");
        assertThat(dlt("list", "--key", "sales.bug-filtered", "--until", "1h").out())
                .contains("No dead letters");
        assertThat(dlt("list", "--since", "yesterday").err()).contains("a distance from now such as 30m");
        Mesh run = dlt("replay", "quality", "--all", "--key", "sales.bug-filtered", "--dry-run");
        assertThat(run.out()).contains(position(letter) + " -> ", "Would replay 1 of 1.");
    }

    @Test
    void whatIsDiscardedIsShownOnlyToThoseWhoAskAndGivenBackOnlyByName() {
        ConsumerRecord<byte[], byte[]> letter = givenUp("bug-discarded", Map.of());
        String[] address = {"quality", "--offset", position(letter), "--because", "a test of ours"};

        assertThat(discard("--by", "ada", "--yes", address).out()).contains("Discarded 1 of 1.");
        assertThat(discard("--by", "bob", "--yes", address).out()).contains("Discarded 0 of 0.");

        String key = "sales.bug-discarded";
        assertThat(dlt("list", "--key", key).out()).contains("No dead letters");
        assertThat(dlt("list", "--key", key, "--all", "--full").out())
                .contains("DISCARDED", key, "by ada at 20", ": a test of ours")
                .doesNotContain("bob");
        assertThat(dlt("list", "--key", key, "--all").out().lines()).hasSize(2);
        assertThat(dlt("show", "quality", position(letter)).out()).containsPattern("discarded +by ada at ");
        assertThat(dlt("replay", "quality", "--all", "--key", key, "--dry-run").out())
                .contains("Would replay 0 of 0.");
        assertThat(dlt("replay", "quality", "--offset", position(letter), "--dry-run")
                        .out())
                .contains("Would replay 1 of 1.");
    }

    @Test
    void discardsNothingThatIsNotConfirmed() {
        ConsumerRecord<byte[], byte[]> letter = givenUp("bug-kept", Map.of());

        Mesh nobody = dlt("discard", "quality", "--offset", position(letter), "--because", "a test");
        Mesh absent = dlt("discard", "quality", "--offset", "0:999999", "--because", "a test", "--yes");

        assertThat(nobody.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(nobody.err()).contains("would discard 1 letter", "--yes");
        assertThat(absent.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(dlt("discard", "quality", "--all").err()).contains("--because");
        assertThat(asked("n", letter)).contains("Discard 1 letter of quality? [y/N] ", "Nothing is discarded.");
        assertThat(dlt("list").out()).contains("sales.bug-kept");
        assertThat(asked("y", letter)).contains("Discarded 1 of 1.");
        assertThat(dlt("list").out()).doesNotContain("sales.bug-kept");
    }

    /** What is printed and asked when a person answers like this. */
    private static String asked(String answer, ConsumerRecord<?, ?> letter) {
        var out = new StringWriter();
        new CommandLine(new DiscardCommand(question -> {
                    out.append(question);
                    return answer;
                }))
                .setOut(new PrintWriter(out, true))
                .execute(
                        "quality",
                        "--offset",
                        position(letter),
                        "--because",
                        "a test",
                        "--bootstrap-servers",
                        TestPlatform.brokers(),
                        "--mesh-name",
                        PLATFORM.mesh());
        return out.toString();
    }

    private static Mesh discard(String option, String value, String yes, String... address) {
        List<String> all = new ArrayList<>(List.of("discard", option, value, yes));
        all.addAll(List.of(address));
        return dlt(all.toArray(String[]::new));
    }

    @Test
    void aPositionWithoutLetterIsRefused() {
        Mesh run = dlt("replay", "quality", "--offset", "0:999999", "--offset", "77:0");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("0:999999 is not in " + PLATFORM.topic(LETTERS), "77:0 is not in");
    }

    @Test
    void aMeshWithoutTopicsIsRefusedWithTheCommandThatMendsIt() {
        Mesh run = Mesh.mesh("dlt", "list", "--bootstrap-servers", TestPlatform.brokers(), "--mesh-name", "nobody");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("nobody.catalog.dlt.v1", "./mesh topics apply");
    }

    @Test
    void wrongOptionsAreUsageErrors() {
        assertThat(dlt("replay", "quality").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(dlt("replay", "quality", "--all", "--offset", "0:0").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(dlt("replay", "quality", "--offset", "seven").err()).contains("write PARTITION:OFFSET");
        assertThat(dlt("replay", "billing", "--all").err()).contains("name one of catalog, policy, quality, notifier");
        assertThat(Mesh.mesh("dlt").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anUnreachableBrokerHasItsOwnExitCode(@TempDir Path folder) throws IOException {
        Path impatient = folder.resolve("client.properties");
        Files.writeString(impatient, "request.timeout.ms=300\ndefault.api.timeout.ms=500\n");

        Mesh run = Mesh.mesh(
                "dlt", "list", "--bootstrap-servers", "127.0.0.1:1", "--command-config", impatient.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).contains("No broker listens at 127.0.0.1:1; start the local mesh with: ./mesh up");
    }

    private static Faults faults() {
        return service.getBean(Faults.class);
    }

    private static Mesh dlt(String... arguments) {
        List<String> all = new ArrayList<>(List.of("dlt"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--bootstrap-servers", TestPlatform.brokers(), "--mesh-name", PLATFORM.mesh()));
        return Mesh.mesh(all.toArray(String[]::new));
    }

    private static ConsumerRecord<byte[], byte[]> givenUp(String name, Map<String, String> headers) {
        PLATFORM.send(INPUT, "sales." + name, Products.product(name), headers);
        return awaitLetter("sales." + name);
    }

    private static ConsumerRecord<byte[], byte[]> awaitLetter(String key) {
        return await().atMost(SOON)
                .until(() -> recordsOf(LETTERS, key), found -> !found.isEmpty())
                .getFirst();
    }

    private static List<ConsumerRecord<byte[], byte[]>> inputs(String key) {
        return recordsOf(INPUT, key);
    }

    /** A service may give a record up again before it is noted that it was given back: a note has no value. */
    private static ConsumerRecord<byte[], byte[]> lastLetter(String key) {
        return recordsOf(LETTERS, key).stream()
                .filter(record -> record.value() != null)
                .toList()
                .getLast();
    }

    private static List<ConsumerRecord<byte[], byte[]>> recordsOf(String topic, String key) {
        return PLATFORM.readRaw(topic, 0, Duration.ZERO).stream()
                .filter(record -> key.equals(new String(record.key(), StandardCharsets.UTF_8)))
                .toList();
    }

    /** A new event with the same key comes after all replays; together they are two. */
    private static void assertHandledOnce(String key) {
        PLATFORM.send(INPUT, key, Products.product(key.substring("sales.".length())));
        await().atMost(SOON).until(() -> outcomes(key) >= 2);
        assertThat(outcomes(key)).isEqualTo(2);
        assertThat(service.getBean(JdbcClient.class)
                        .sql("select count(*) from seen where product = ?")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private static long outcomes(String key) {
        return PLATFORM.read("quality.scored", QualityScored.class, 0, Duration.ZERO).stream()
                .filter(record -> record.key().equals(key))
                .count();
    }

    private static Map<String, String> origin(String header, String value) {
        return Map.of(
                "kafka_dlt-original-topic",
                PLATFORM.topic(INPUT),
                "kafka_dlt-original-partition",
                "0",
                "kafka_dlt-original-offset",
                "5",
                "kafka_dlt-original-timestamp",
                "1000",
                "kafka_dlt-original-consumer-group",
                PLATFORM.mesh() + ".quality",
                header,
                value);
    }

    private static String position(ConsumerRecord<?, ?> letter) {
        return letter.partition() + ":" + letter.offset();
    }

    private static String lineOf(Mesh run, String key) {
        return run.out()
                .lines()
                .filter(line -> line.contains(key + " "))
                .findFirst()
                .orElseThrow();
    }
}
