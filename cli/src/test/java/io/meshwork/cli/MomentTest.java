package io.meshwork.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class MomentTest {

    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");

    @Test
    void aDayHasABeginningAndAnEnd() {
        Moment day = Moment.parse("2027-02-28", NOW);

        assertThat(day.beginning()).isEqualTo("2027-02-28T00:00:00Z");
        assertThat(day.end()).isEqualTo("2027-02-28T23:59:59.999999Z");
        assertThat(day.ahead()).isEqualTo(day.beginning());
    }

    @Test
    void aTimeIsWhatItSays() {
        Moment time = Moment.parse("2027-02-28T10:00:00.5Z", NOW);

        assertThat(time.beginning())
                .isEqualTo(time.end())
                .isEqualTo(time.ahead())
                .isEqualTo("2027-02-28T10:00:00.5Z");
    }

    @Test
    void aDistanceIsAgoOrAhead() {
        Moment away = Moment.parse("36h", NOW);

        assertThat(away.beginning()).isEqualTo(away.end()).isEqualTo("2027-01-30T00:00:00Z");
        assertThat(away.ahead()).isEqualTo("2027-02-02T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2027-02-30", "3w", "-2h", "", "2027-01-31 12:00"})
    void anythingElseIsRefusedWithExamples(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new Moment.Converter().convert(text))
                .withMessageContainingAll("`" + text + "`", "2027-01-31", "30m");
    }
}
