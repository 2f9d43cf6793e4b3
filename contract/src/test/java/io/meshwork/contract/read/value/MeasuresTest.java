package io.meshwork.contract.read.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuresTest {

    @ParameterizedTest
    @CsvSource({
        "1 hour, 3600",
        "15 minutes, 900",
        "7 years, 220752000",
        "500ms, 0.5",
        "2 weeks, 1209600",
        "3 months, 7776000",
        "1.5h, 5400",
        "99.9%, 0.999",
        "95 percent, 0.95",
        "0.95, 0.95",
        "PT15M, 900",
        "P1D, 86400",
        "P1Y2M3D, 36979200"
    })
    void readsDurationsAsSecondsAndPercentagesAsRatios(String written, double number) {
        assertThat(Measures.normalize(written, null)).isCloseTo(number, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "09:00-08:00", "2022-05-12T09:30:10-08:00", "5 apples", "", "PT", "true", "1e9"})
    void doesNotGuess(String written) {
        assertThat(Measures.normalize(written, null)).isNull();
    }

    @Test
    void takesTheUnitFromBesideTheValue() {
        assertThat(Measures.normalize("4", "d")).isEqualTo(4 * 86_400.0);
    }

    @Test
    void takesAnAvailabilityAboveOneAsAPercentage() {
        assertThat(ServiceLevels.objective("availability", "99.5", null, null).normalized())
                .isEqualTo(0.995);
    }

    @ParameterizedTest
    @ValueSource(strings = {"250%", "101", "101 percent"})
    void takesNoAvailabilityOfMoreThanAllTheTime(String value) {
        assertThat(ServiceLevels.objective("availability", value, null, null).normalized())
                .isNull();
    }

    @Test
    void spellsPropertiesAsTheStandardDoes() {
        assertThat(ServiceLevels.camelCase("quality_score")).isEqualTo("qualityScore");
        assertThat(ServiceLevels.camelCase("_x-y")).isEqualTo("xY");
    }
}
