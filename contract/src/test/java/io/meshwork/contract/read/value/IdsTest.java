package io.meshwork.contract.read.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdsTest {

    @ParameterizedTest
    @CsvSource({
        "My Quantum, my-quantum",
        "my_table, my-table",
        "Bücher & Böden, bucher-boden",
        "--a--, a",
        "ÉTÉ, ete",
        "日本, ''"
    })
    void makesTheNearestValidId(String name, String id) {
        assertThat(Ids.slug(name)).isEqualTo(id);
    }

    @Test
    void cutsLongNames() {
        assertThat(Ids.slug("a".repeat(62) + " b")).hasSize(62);
        assertThat(Ids.slug("a".repeat(100))).hasSize(63);
    }

    @Test
    void allows63CharactersAndNoMore() {
        assertThat(Ids.isValid("a".repeat(63))).isTrue();
        assertThat(Ids.isValid("a".repeat(64))).isFalse();
        assertThat(Ids.isValid("")).isFalse();
    }
}
