package io.meshwork.contract.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {

    private static SemanticVersion version(String text) {
        return SemanticVersion.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.1", "1.2.3", "10.20.30", "1.0.0-rc.1", "1.0.0-alpha", "1.0.0--", "999999999.0.0"})
    void readsAndWritesTheSameText(String text) {
        assertThat(version(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2",
                "v1.2.3",
                "01.2.3",
                "1.2.3-",
                "1.2.3-01",
                "1.2.3-a..b",
                "1.2.3+build",
                "1.2.3 ",
                "9999999999.0.0",
                "-1.0.0",
                "1.2.x"
            })
    void readsNothingElse(String text) {
        assertThat(SemanticVersion.parse(text)).isEmpty();
    }

    @Test
    void readsNothingEndless() {
        assertThat(SemanticVersion.parse("1.0.0-" + "a.".repeat(100_000) + "a")).isEmpty();
    }

    @Test
    void ordersAsTheSpecificationDoes() {
        List<SemanticVersion> ordered = List.of(
                        "0.9.9",
                        "1.0.0-alpha",
                        "1.0.0-alpha.1",
                        "1.0.0-alpha.beta",
                        "1.0.0-beta",
                        "1.0.0-beta.2",
                        "1.0.0-beta.11",
                        "1.0.0-rc.1",
                        "1.0.0",
                        "1.0.1",
                        "1.2.0",
                        "1.10.0",
                        "2.0.0")
                .stream()
                .map(SemanticVersionTest::version)
                .toList();
        List<SemanticVersion> shuffled = new java.util.ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(shuffled.stream().sorted().toList()).isEqualTo(ordered);
    }
}
