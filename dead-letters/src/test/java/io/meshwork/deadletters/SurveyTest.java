package io.meshwork.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Survey.Reading reading = new Survey.Reading(Wanted.ALL, false);

    @Test
    void findsWhatIsOpenInItsOrder() {
        letters(0, 4);
        settle(1, 4);

        assertThat(reading.survey(true).found())
                .extracting(found -> found.letter().position().offset())
                .containsExactly(0L, 2L, 3L);
        assertThat(reading.survey(true).open()).isEqualTo(3);
        assertThat(reading.survey(true).next()).isNull();
    }

    @Test
    void showsWhatIsSettledToThoseWhoAskAndDoesNotCountIt() {
        reading = new Survey.Reading(Wanted.ALL, true);
        letters(0, 2);
        settle(0, 2);

        assertThat(reading.survey(true).found())
                .extracting(Survey.Found::settled)
                .satisfiesExactly(
                        first -> assertThat(first.how()).isEqualTo(Settled.How.REPLAYED),
                        second -> assertThat(second).isNull());
        assertThat(reading.survey(true).open()).isEqualTo(1);
    }

    @Test
    void goesOnWhereItStoppedReading() {
        letters(0, 2);

        assertThat(reading.survey(false).next()).isEqualTo(new Position(0, 1));
    }

    /** What did not fit is counted, and comes with the next page although places became free meanwhile. */
    @Test
    void passesOverNothingWhenThereIsMoreThanFits() {
        letters(0, 1200);
        settle(3, 1200);
        letters(1201, 1);

        var survey = reading.survey(true);

        assertThat(survey.found())
                .hasSize(999)
                .last()
                .satisfies(last -> assertThat(last.letter().position().offset()).isEqualTo(999));
        assertThat(survey.open()).isEqualTo(1200);
        assertThat(survey.next()).isEqualTo(new Position(0, 999));
    }

    /** Anybody who may write to the topic could otherwise hide letters to come. */
    @Test
    void believesOnlyWhatStandsBehindTheLetterInItsPartition() {
        read(0, Map.of(LetterHeaders.SETTLED, "0:1"));
        read(1, Map.of());
        read(2, Map.of(LetterHeaders.SETTLED, "7:1"));
        read(3, Map.of(LetterHeaders.SETTLED, "everything"));

        assertThat(reading.survey(true).open()).isEqualTo(1);
    }

    @Test
    void keepsLongTextsShort() {
        read(0, Map.of(LetterHeaders.REASON, "x".repeat(1_000_000)));

        assertThat(reading.survey(true).found().getFirst().letter().reason()).hasSize(1000);
    }

    @Test
    void tellsHowOftenARecordWasGivenBackUnlessThatIsNoNumber() {
        read(0, Map.of(LetterHeaders.REPLAYS, "3"));
        read(1, Map.of(LetterHeaders.REPLAYS, "-99999999999999999999"));

        assertThat(reading.survey(true).found())
                .extracting(found -> found.letter().replays())
                .containsExactly(3, 0);
    }

    private void letters(int from, int count) {
        IntStream.range(from, from + count).forEach(offset -> read(offset, Map.of()));
    }

    private void settle(long letter, long at) {
        var mark =
                Settled.replayed(new Position(0, letter), "ada", NOW, "a topic").toRecord("dlt", null);
        var record = new ConsumerRecord<byte[], byte[]>("dlt", 0, at, null, null);
        mark.headers().forEach(record.headers()::add);
        reading.read(record);
    }

    private void read(long offset, Map<String, String> headers) {
        var record = new ConsumerRecord<byte[], byte[]>("dlt", 0, offset, null, new byte[0]);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        reading.read(record);
    }
}
