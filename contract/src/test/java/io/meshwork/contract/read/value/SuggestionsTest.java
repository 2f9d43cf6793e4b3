package io.meshwork.contract.read.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

    private static final List<String> KNOWN = List.of("quality_checks", "schema", "outputs", "name", "owner");

    @ParameterizedTest
    @CsvSource({"qualityChecks, quality_checks", "shcema, schema", "output, outputs", "nmae, name", "Owner, owner"})
    void findsTheWordThatWasMeant(String written, String meant) {
        assertThat(Suggestions.nearest(written, KNOWN)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"cost_centre", "x", "completely-different"})
    void staysSilentWhenNothingIsNear(String written) {
        assertThat(Suggestions.nearest(written, KNOWN)).isEmpty();
    }

    @Test
    void countsASwapOfNeighboursAsOneEdit() {
        assertThat(Suggestions.distance("nmae", "name")).isEqualTo(1);
        assertThat(Suggestions.distance("", "abc")).isEqualTo(3);
    }
}
