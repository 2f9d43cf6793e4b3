package io.meshwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

    @ParameterizedTest
    @CsvSource({"0.913, 91.3 %", "1, 100.0 %", "0, 0.0 %", "0.98765, 98.77 %", "0.5, 50.0 %", "-0.25, -25.0 %", "NaN, -"
    })
    void hasOneOrTwoDigits(double share, String text) {
        assertThat(Percent.of(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.999999, 99.99 %", "0.0000001, 0.01 %", "1.0000001, 100.01 %"})
    void neverRoundsToAllOrNothing(double share, String text) {
        assertThat(Percent.of(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-0.25, -25.0 points", "0.0125, +1.25 points", "0, +0.0 points"})
    void changesArePointsWithTheirSign(double change, String text) {
        assertThat(Percent.change(change)).isEqualTo(text);
    }
}
