package io.meshwork.quality.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.quality.engine.Database;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedConnectionTest {

    private static boolean serves(String pattern, String host, int port, String database) {
        return new NamedConnection("shop", List.of(pattern), Postgres.nowhere(), 1)
                .serves(new Database(host, port, database));
    }

    @Test
    void servesWhatItsPatternSays() {
        assertThat(serves("db.example.org/shop", "DB.example.org", 5432, "shop"))
                .isTrue();
        assertThat(serves("db.example.org/shop", "db.example.org", 6432, "shop"))
                .isTrue();
        assertThat(serves("*.example.org:5432/*", "db.example.org", 5432, "shop"))
                .isTrue();
    }

    @Test
    void servesNothingElse() {
        assertThat(serves("db.example.org/shop", "db.example.org", 5432, "shops"))
                .isFalse();
        assertThat(serves("db.example.org/shop", "dbxexample.org", 5432, "shop"))
                .isFalse();
        assertThat(serves("*.example.org/shop", "evil.org/x.example.org", 5432, "shop"))
                .isFalse();
        assertThat(serves("db.example.org:5432/shop", "db.example.org", 6432, "shop"))
                .isFalse();
        assertThat(serves("db.example.org/*", "db.example.org", 5432, "a/b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "db.example.org", "db.example.org/", "/shop", "jdbc:postgresql://db/shop", "a:b/c"})
    void refusesPatternsThatAreNone(String pattern) {
        assertThatThrownBy(() -> serves(pattern, "db.example.org", 5432, "shop"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mesh.quality.connections.shop.serves");
    }
}
