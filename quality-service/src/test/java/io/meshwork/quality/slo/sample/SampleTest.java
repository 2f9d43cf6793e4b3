package io.meshwork.quality.slo.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.quality.slo.promise.Objective;
import io.meshwork.quality.slo.promise.Objective.Kind;
import io.meshwork.quality.slo.sample.Span.Bucket;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private static Sample sample(String indicator, long good, long total, Double value) {
        return new Sample("shop.orders", indicator, NOW.minusSeconds(60), NOW, good, total, value);
    }

    @Test
    void aGoodSampleHasNoFault() {
        assertThat(sample("availability", 99, 100, null).fault(NOW)).isNull();
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(sample(" ", 1, 1, null).fault(NOW)).contains("no name");
        assertThat(sample("a\0b", 1, 1, null).fault(NOW)).contains("no name");
        assertThat(sample("x".repeat(201), 1, 1, null).fault(NOW)).contains("longer than 200");
        assertThat(sample("availability", 2, 1, null).fault(NOW)).contains("2 of 1");
        assertThat(sample("availability", -1, 1, null).fault(NOW)).contains("-1 of 1");
        assertThat(sample("availability", 1, Long.MAX_VALUE, null).fault(NOW)).contains("shorter windows");
        assertThat(sample("latency", 1, 1, Double.NaN).fault(NOW)).contains("no number");
        assertThat(new Sample("p.p", "latency", NOW, NOW, 1, 1, null).fault(NOW))
                .contains("end after its start");
        assertThat(new Sample("p.p", "latency", Instant.MIN, NOW, 1, 1, null).fault(NOW))
                .contains("1970");
    }

    @Test
    void aWindowThatIsYetToComeIsRefusedBeyondWhatClocksDiffer() {
        Instant end = NOW.plusSeconds(300);

        assertThat(new Sample("p.p", "latency", NOW, end, 1, 1, null).fault(NOW))
                .isNull();
        assertThat(new Sample("p.p", "latency", NOW, end.plusMillis(1), 1, 1, null).fault(NOW))
                .contains("yet to come");
    }

    @ParameterizedTest
    @CsvSource({
        "AVAILABILITY, 0.999, 0.95, 57, 60",
        "AVAILABILITY, 0.999, 7, 60, 60",
        "ERROR_RATE, 0.01, 0.05, 57, 60",
        "LATENCY, 2, 2, 60, 60",
        "LATENCY, 2, 2.01, 0, 60",
        "THROUGHPUT, 100, 100, 60, 60",
        "THROUGHPUT, 100, 99, 0, 60",
    })
    void aValueWithoutCountsIsAsManyEventsAsTheWindowHasSeconds(
            Kind kind, double target, double value, long good, long total) {
        Count count = sample("x", 0, 0, value).count(new Objective("x", "x", kind, target, 0.05));

        assertThat(count).isEqualTo(new Count(good, total));
    }

    @Test
    void countsSayMoreThanAValue() {
        Objective latency = new Objective("latency", "latency", Kind.LATENCY, 2, 0.05);

        assertThat(sample("latency", 90, 100, 0.1).count(latency)).isEqualTo(new Count(90, 100));
        assertThat(sample("latency", 0, 0, null).count(latency)).isEqualTo(Count.NONE);
    }

    @Test
    void indicatorsAreSpeltAsContractsAre() {
        assertThat(sample("error_rate", 1, 1, null).property()).isEqualTo("errorRate");
        assertThat(sample("latency_p99", 1, 1, null).property()).isEqualTo("latencyP99");
    }

    @ParameterizedTest
    @CsvSource({
        "12:05:00, 12:00:00, 12:00:00",
        "12:05:00.000001, 12:05:00, 12:00:00",
        "12:00:00, 11:55:00, 11:00:00",
    })
    void aWindowCountsWhereItEnded(String end, String slot, String hour) {
        Measured window = new Measured(
                "p.p",
                "availability",
                NOW.minusSeconds(3_600),
                Instant.parse("2026-06-15T" + end + "Z"),
                Count.NONE,
                null);

        assertThat(window.bucket(Bucket.SLOT)).isEqualTo("2026-06-15T" + slot + "Z");
        assertThat(window.bucket(Bucket.HOUR)).isEqualTo("2026-06-15T" + hour + "Z");
        assertThat(window.bucket(Bucket.DAY)).isEqualTo("2026-06-15T00:00:00Z");
    }

    @Test
    void spansAreWrittenAsPeopleDo() {
        assertThat(Span.values()).extracting(Span::label).containsExactly("5m", "30m", "1h", "6h", "3d", "30d");
    }
}
