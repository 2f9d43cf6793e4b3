package io.meshwork.contract.read.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkTest {

    @Test
    void countsLinesAndColumnsFromOne() {
        assertThat(Mark.in("ab\ncd", 0)).isEqualTo(new Mark(1, 1));
        assertThat(Mark.in("ab\ncd", 4)).isEqualTo(new Mark(2, 2));
    }

    @Test
    void takesEveryLineEndAsOne() {
        assertThat(Mark.in("a\r\nb\rc", 5)).isEqualTo(new Mark(3, 1));
    }

    @Test
    void countsACharacterBeyondTheBasicPlaneOnce() {
        assertThat(Mark.in("😀x", 2)).isEqualTo(new Mark(1, 2));
    }
}
