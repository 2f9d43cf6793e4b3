package io.meshwork.cli.importing.source.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.skeleton.FoundField;
import io.meshwork.contract.skeleton.FoundType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                BIGINT                       | integer
                DECIMAL(10,2)                | number
                TIMESTAMP WITH TIME ZONE     | timestamp
                VARCHAR[]                    | array
                DOUBLE[3]                    | array
                MAP(VARCHAR, STRUCT(a INTEGER, b DATE[])) | object
                MAP(TIMESTAMP WITH TIME ZONE, TIME WITH TIME ZONE) | object
                STRUCT(a INTEGER)            | object
                ENUM('it''s', 'b')           | string
                """)
    void everyTypeHasItsLogicalType(String written, String logical) {
        assertThat(DuckDbType.parse(written).logical()).isEqualTo(logical);
    }

    @Test
    void membersMayHaveAnyName() {
        FoundType type = DuckDbType.parse(
                "STRUCT(plain INTEGER, \"with \"\"quotes\"\", commas) and [\" DECIMAL(4,1), deep STRUCT(\"x y\" VARCHAR[])[])[]");

        FoundType items = type.items();
        assertThat(items.members())
                .extracting(FoundField::name)
                .containsExactly("plain", "with \"quotes\", commas) and [", "deep");
        assertThat(items.members().get(1).type().physical()).isEqualTo("DECIMAL(4,1)");
        assertThat(items.members().getLast().type().items().members())
                .extracting(FoundField::name)
                .containsExactly("x y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NOVELTY",
                "STRUCT(",
                "STRUCT(a",
                "STRUCT(\"a",
                "ENUM(1)",
                "MAP",
                "DECIMAL(",
                "INTEGER[",
                "A)B"
            })
    void whatCannotBeReadHasNoLogicalType(String written) {
        assertThat(DuckDbType.parse(written).logical()).isNull();
    }
}
