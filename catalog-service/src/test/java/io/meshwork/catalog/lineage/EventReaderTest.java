package io.meshwork.catalog.lineage;

import static io.meshwork.catalog.lineage.Events.column;
import static io.meshwork.catalog.lineage.Events.data;
import static io.meshwork.catalog.lineage.Events.filter;
import static io.meshwork.catalog.lineage.Events.inputs;
import static io.meshwork.catalog.lineage.Events.outputs;
import static io.meshwork.catalog.lineage.Events.read;
import static io.meshwork.catalog.lineage.Events.run;
import static io.meshwork.catalog.lineage.Events.symlink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.meshwork.catalog.lineage.EventTexts.Split;
import io.meshwork.catalog.lineage.ReportedDataset.FieldOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events as they are, as they might be, and as nobody would write them. */
class EventReaderTest {

    /** Real events that are not part of this project; see the contract module's {@code Corpora}. */
    private static final Path CORPUS = Path.of(System.getProperty("meshwork.corpora", "../../shared/corpora"))
            .resolve("openlineage");

    private static final UUID RUN = UUID.fromString("019299c5-73cf-7069-a70f-74eb8070b577");
    private static final String WHOLE = run(
            RUN,
            "COMPLETE",
            "daily",
            inputs(data("s3://lake", "raw", symlink("hive://m:9083", "default.raw"))),
            outputs(data("s3://lake", "orders", column("total", "s3://lake", "raw", "amount"))));

    @Test
    void takesWhatTellsOfTheFlowOfData() {
        LineageEvent event = read(WHOLE);

        assertThat(event.run()).isEqualTo(RUN);
        assertThat(event.state()).isEqualTo(LineageEvent.RunState.COMPLETE);
        assertThat(event.job()).isEqualTo(new JobName("airflow", "daily"));
        assertThat(event.time()).isEqualTo(Instant.parse("2026-03-01T10:00:00.5Z"));
        assertThat(event.inputs()).singleElement().satisfies(input -> {
            assertThat(input.name()).isEqualTo(new DatasetName("s3://lake", "raw"));
            assertThat(input.symlinks()).containsExactly(new DatasetName("hive://m:9083", "default.raw"));
        });
        assertThat(event.outputs().getFirst().origins())
                .containsExactly(new FieldOrigin("total", new DatasetName("s3://lake", "raw"), "amount"));
    }

    @Test
    void readsFieldsThatTheWholeDatasetDependsOn() {
        LineageEvent event = read(run(
                RUN, "OTHER", "daily", outputs(data("s3://lake", "orders", filter("s3://lake", "raw", "country")))));

        assertThat(event.outputs().getFirst().origins())
                .containsExactly(new FieldOrigin("", new DatasetName("s3://lake", "raw"), "country"));
    }

    @Test
    void readsEventsOfJobsAndOfDatasets() {
        LineageEvent ofJob = read(Events.job("nightly", inputs(data("a", "b")), outputs(data("a", "c"))));
        LineageEvent ofDataset = read(Events.dataset(data("a", "c", column("x", "a", "b", "y"))));

        assertThat(ofJob.run()).isNull();
        assertThat(ofJob.inputs()).hasSize(1);
        assertThat(ofDataset.job()).isNull();
        assertThat(ofDataset.outputs().getFirst().origins()).hasSize(1);
    }

    @Test
    void readsEventsWithoutTypeAndWithNulls() {
        LineageEvent event = read("{\"eventTime\":\"2021-08-25T11:00:25.277467\",\"eventType\":null,\"inputs\":null,"
                + "\"outputs\":[{\"name\":\"c\",\"facets\":null,\"namespace\":\"a\"}],\"run\":{\"runId\":\"" + RUN
                + "\"},\"job\":{\"name\":\"n\",\"namespace\":\"ns\",\"facets\":{}}}");

        assertThat(event.state()).isNull();
        assertThat(event.time()).isEqualTo(Instant.parse("2021-08-25T11:00:25.277467Z"));
        assertThat(event.outputs()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]|lineage.type|''",
                "{}|lineage.missing|/eventTime",
                "{\"eventTime\":\"yesterday\"}|lineage.time|/eventTime",
                "{\"eventTime\":\"2026-03-01T10:00:00Z\"}|lineage.missing|/job",
                "{\"eventTime\":\"2026-03-01T10:00:00Z\",\"run\":{}}|lineage.missing|/run/runId",
                "{\"eventTime\":\"2026-03-01T10:00:00Z\",\"run\":{\"runId\":\"7\"}}|lineage.run-id|/run/runId",
                "{\"eventTime\":\"2026-03-01T10:00:00Z\",\"job\":{\"namespace\":\"a\"}}|lineage.missing|/job/name",
                "{\"eventType\":\"DONE\"}|lineage.event-type|/eventType",
                "{\"inputs\":[{\"namespace\":\"a\",\"name\":\"b\"},{\"namespace\":\"a\"}]}|lineage.missing|/inputs/1/name",
                "{\"inputs\":{}}|lineage.type|/inputs",
                "{\"inputs\":[{\"namespace\":7}]}|lineage.type|/inputs/0/namespace",
                "{\"outputs\":[{\"namespace\":\"a\\u0000\"}]}|lineage.characters|/outputs/0/namespace",
                "{\"outputs\":[{\"namespace\":\"\\ud800\"}]}|lineage.characters|/outputs/0/namespace",
                "{\"eventTime\":\"0000-01-01T00:00:00Z\"}|lineage.time|/eventTime",
                "{\"eventTime\":\"2026-03-01T10:00:00Z\",\"run\":{\"runId\":\"0191b2c3-0000-7000-8000-000000000001\"},"
                        + "\"dataset\":{\"namespace\":\"a\",\"name\":\"b\"}}|lineage.missing|/job",
                "{\"eventTime\"|lineage.json|''",
                "{} {}|lineage.json|''"
            })
    void refusesWithPointer(String text, String code, String pointer) {
        Refusal refusal = refused(text);

        assertThat(refusal.code()).isEqualTo(code);
        if (!code.equals("lineage.json")) {
            assertThat(refusal.pointer()).isEqualTo(pointer);
        }
        assertThat(refusal.advice()).isNotBlank();
    }

    @Test
    void refusesMoreThanOneTransactionShouldTake() {
        assertThat(refused(run(RUN, "START", "j", inputs(many(1_001)))).code()).isEqualTo("lineage.too-many");
        assertThat(refused(run(RUN, "START", "j", inputs(many(500)), outputs(many(500))))
                        .code())
                .isEqualTo("lineage.too-many");
        assertThat(refused(run(RUN, "START", "j", inputs(data("s3://b", "x".repeat(2_000)))))
                        .code())
                .isEqualTo("lineage.too-long");
        assertThat(refused("x".repeat(600_000)).code()).isEqualTo("lineage.too-large");
        assertThat(refused("{\"a\":" + "[".repeat(100_000)).code()).isEqualTo("lineage.json");
    }

    @Test
    void aDamagedEventIsRefusedOrReadButNeverFails() {
        Random random = new Random(17);
        String spare = "{}[]\",:0\\u\u0000é∞null-";

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 40_000; i++) {
                StringBuilder text = new StringBuilder(WHOLE);
                for (int n = random.nextInt(4); n >= 0 && !text.isEmpty(); n--) {
                    int at = random.nextInt(text.length());
                    switch (random.nextInt(4)) {
                        case 0 -> text.deleteCharAt(at);
                        case 1 -> text.insert(at, spare.charAt(random.nextInt(spare.length())));
                        case 2 -> text.setLength(Math.max(1, at));
                        default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 40)));
                    }
                }
                assertThat(EventReader.read(text.toString())).isNotNull();
                assertThat(EventTexts.split("[" + text + "]")).isNotNull();
            }
        });
    }

    @Test
    void realEventsAreUnderstood() {
        List<Path> events = corpus();
        Assumptions.assumeFalse(events.isEmpty(), "there is no corpus");

        assertThat(events)
                .allSatisfy(event -> assertThat(EventReader.read(Files.readString(event)))
                        .isInstanceOf(EventReading.Understood.class));
    }

    @Test
    void aListIsCutIntoItsElements() {
        String second = " {\"a\": [1, {\"b\": \"],[\"}]}";

        assertThat(EventTexts.split("[" + WHOLE + " ,\n" + second + ",7,\"x\",null ]"))
                .isEqualTo(new Split.Many(List.of(WHOLE, second.strip(), "7", "\"x\"", "null")));
        assertThat(EventTexts.split(WHOLE)).isEqualTo(new Split.One(WHOLE));
        assertThat(EventTexts.split("[]")).isEqualTo(new Split.Many(List.of()));
        assertThat(EventTexts.split("[{},")).isInstanceOf(Split.Refused.class);
        assertThat(EventTexts.split("[" + "1,".repeat(1_000) + "1]")).isInstanceOf(Split.Refused.class);
    }

    @Test
    void aLongListIsCutAtTheRightPlaces() {
        List<String> events = IntStream.range(0, 900)
                .mapToObj(i -> "{\"n\":" + i + ",\"text\":\"" + "é".repeat(i) + "\"}")
                .toList();

        assertThat(EventTexts.split(events.stream().collect(Collectors.joining(" , ", " [ ", " ] "))))
                .isEqualTo(new Split.Many(events));
    }

    private static Refusal refused(String text) {
        return switch (EventReader.read(text)) {
            case EventReading.Refused(var refusal) -> refusal;
            case EventReading.Understood(var event) -> throw new AssertionError("understood as " + event);
        };
    }

    private static String[] many(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> data("s3://lake", "t" + i))
                .toArray(String[]::new);
    }

    private static List<Path> corpus() {
        if (!Files.isDirectory(CORPUS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
