package io.meshwork.cli.slo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "0.0005, 0.5 ms",
        "0.3, 300 ms",
        "1, 1 s",
        "12.3456, 12.346 s",
        "60, 1 min",
        "61.4, 1 min 1 s",
        "3600, 1 h",
        "5400, 1 h 30 min",
        "88200, 1 d 30 min",
        "31536000, 365 d"
    })
    void readsAsPeopleSayIt(double seconds, String text) {
        assertThat(Seconds.text(seconds)).isEqualTo(text);
    }
}
