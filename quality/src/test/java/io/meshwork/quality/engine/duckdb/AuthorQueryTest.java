package io.meshwork.quality.engine.duckdb;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.atLeast;
import static io.meshwork.quality.Contracts.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.quality.score.CheckScore;
import io.meshwork.quality.score.CheckStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorQueryTest {

    private static final String CONTENT = "id,name\n1,a\n2,b\n";

    @TempDir
    Path folder;

    private DataRoot data;

    @BeforeEach
    void open() {
        data = new DataRoot(folder.resolve("root"));
        data.write("orders.csv", CONTENT);
        data.write("other.csv", "id\n1\n");
    }

    @AfterEach
    void theFileIsUntouched() throws IOException {
        data.close();
        assertThat(folder.resolve("root/orders.csv")).hasContent(CONTENT);
        try (var files = Files.list(folder.resolve("root"))) {
            assertThat(files).hasSize(2);
        }
    }

    private CheckScore run(String query) {
        return data.only(aProduct().at("orders.csv").with(sql(query, atLeast(2), "id")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM orders",
                "select count(*) from {object}",
                "SELECT count(*) FROM ${table} WHERE {property} > 0",
                "WITH big AS (SELECT * FROM orders WHERE id > 0) SELECT count(*) FROM big",
                "SELECT count(*) FROM orders o JOIN \"ORDERS\" p USING (id)",
                "SELECT max(id) FROM (SELECT id FROM {table})",
                "SELECT sum(range) FROM range(3)",
                "SELECT count(*) FROM orders -- ; DROP TABLE x",
                "SELECT count(*) FROM orders;"
            })
    void runsOneSelectOnTheDataset(String query) {
        assertThat(run(query))
                .satisfies(score -> assertThat(score.status())
                        .as(String.valueOf(score.message()))
                        .isEqualTo(CheckStatus.PASSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 'nan'::DOUBLE", "SELECT -'inf'::DOUBLE"})
    void whatIsNoFiniteNumberIsNone(String query) {
        CheckScore score = run(query);

        assertThat(score.status()).isEqualTo(CheckStatus.ERROR);
        assertThat(score.message()).contains("instead of a finite number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY (SELECT 1) TO 'orders.csv' (use_tmp_file false)",
                "SELECT 1; COPY (SELECT 1) TO 'orders.csv'",
                "SELECT 1; SELECT 2",
                "DROP VIEW orders",
                "CREATE TABLE t AS SELECT 1",
                "INSERT INTO orders VALUES (1)",
                "ATTACH 'x.db'",
                "SET threads = 64",
                "PRAGMA database_list",
                "CALL pragma_version()",
                "EXPLAIN SELECT 1",
                "DESCRIBE orders",
                "",
                "   ",
                "no sql at all",
                "SELECT ' "
            })
    void refusesWhatIsNotOneSelect(String query) {
        CheckScore score = run(query);

        assertThat(score.status()).isEqualTo(CheckStatus.ERROR);
        assertThat(score.message()).isNotBlank();
        assertThat(score.score()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM 'other.csv'",
                "SELECT count(*) FROM read_csv('other.csv')",
                "SELECT count(*) FROM orders WHERE id IN (SELECT id FROM read_csv('other.csv'))",
                "SELECT (SELECT count(*) FROM read_text('/etc/passwd'))",
                "SELECT count(*) FROM information_schema.tables",
                "SELECT count(*) FROM duckdb_settings()",
                "SELECT count(*) FROM query('SELECT 1')",
                "SELECT count(*) FROM query_table('orders')",
                "SELECT count(*) FROM (SHOW TABLES)",
                "WITH x AS (SELECT * FROM glob('*')) SELECT count(*) FROM x",
                "SELECT count(*) FROM main.orders",
                "SELECT count(*) FROM orders ORDER BY (SELECT 1 FROM sniff_csv('other.csv'))"
            })
    void refusesToReadAnythingElse(String query) {
        CheckScore score = run(query);

        assertThat(score.status()).isEqualTo(CheckStatus.ERROR);
        assertThat(score.message()).contains("the query ");
    }

    @Test
    void wantsOneNumber() {
        assertThat(run("SELECT id FROM orders").message()).contains("several rows");
        assertThat(run("SELECT 1, 2").message()).contains("2 columns");
        assertThat(run("SELECT id FROM orders WHERE false").message()).contains("no row");
        assertThat(run("SELECT NULL").message()).contains("null");
        assertThat(run("SELECT name FROM orders LIMIT 1").message())
                .contains("must return a number")
                .doesNotContain("`a`");
    }

    @Test
    void takesTruthForOne() {
        assertThat(run("SELECT count(*) = 2 FROM orders").measured()).isEqualTo(1);
    }

    @Test
    void tellsTheAuthorWhatIsWrong() {
        assertThat(run("SELECT count(nam) FROM orders").message()).contains("nam");
        assertThat(run("SELECT count(*) FROM orders WHERE").message()).contains("syntax error");
    }
}
