package io.meshwork.quality.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the translations mean is the conformance suite's. */
class PosixPatternTest {

    @Test
    void writesClassesAsTheCharactersOfAscii() {
        assertThat(PosixPattern.of("^\\d+[\\w-]?.$")).contains("^[0-9]+[0-9A-Za-z_\\-]?[^\\n]$");
    }

    @Test
    void dropsGreedAndNames() {
        assertThat(PosixPattern.of("(?P<a>x{2,3}?)+?")).contains("(?:x{2,3})+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i)a",
                "(?=a)",
                "(?s).",
                "\\bx",
                "\\pL",
                "\\p{L}",
                "\\Qa\\E",
                "\\1",
                "\\C",
                "\\_",
                "a**",
                "*a",
                "^*",
                "(*)",
                "a{,3}",
                "a{256}",
                "a{",
                "(",
                ")",
                "a)(",
                "[",
                "[a",
                "[a-",
                "[z-a]",
                "[[:word:]]",
                "[[:^alpha:]]",
                "\\",
                "[\\",
                "\\x{0}",
                "\\x4",
                "***=a"
            })
    void leavesOutWhatDoesNotSurelyMeanTheSame(String pattern) {
        assertThat(PosixPattern.of(pattern)).isEmpty();
    }
}
