package io.meshwork.notifier.news;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void putsWordsOnOneLine() {
        assertThat(Text.line("  a\r\n\tb\u2028c \u00a0 d\u0000e ", 100)).isEqualTo("a b c de");
    }

    @Test
    void dropsCharactersThatTurnTextRoundOrHideIt() {
        assertThat(Text.line("safe\u202Egpj.exe\u202C \u2066x\u2069\u200b\u200f", 100))
                .isEqualTo("safegpj.exe x");
    }

    @Test
    void keepsLettersOfEveryScript() {
        assertThat(Text.line("سلة Größe 注文 👩\u200d💻", 100)).isEqualTo("سلة Größe 注文 👩\u200d💻");
    }

    @Test
    void cutsWithoutSplittingACharacter() {
        assertThat(Text.line("ab😀cd", 4)).isEqualTo("ab…");
        assertThat(Text.line("abcd", 4)).isEqualTo("abcd");
        assertThat(Text.line("abcde", 4)).isEqualTo("abc…");
    }

    @Test
    void looksAtNoMoreOfAVeryLongTextThanItShows() {
        assertThat(Text.line("x".repeat(10_000_000), 10)).hasSize(10);
    }
}
