package io.meshwork.quality.engine.duckdb;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.check;
import static io.meshwork.quality.Contracts.field;
import static io.meshwork.quality.Contracts.limited;
import static io.meshwork.quality.Contracts.nested;
import static io.meshwork.quality.Contracts.noRow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.quality.Contracts;
import io.meshwork.quality.engine.Engines;
import io.meshwork.quality.examination.Examination;
import io.meshwork.quality.score.CheckScore;
import io.meshwork.quality.score.CheckStatus;
import io.meshwork.quality.score.Scorecard;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it costs files to keep their types, and how that is told; the numbers are the conformance suite's. */
class TypePromiseTest {

    @TempDir
    Path folder;

    private DataRoot data;

    @BeforeEach
    void open() {
        data = new DataRoot(folder.resolve("root"));
    }

    @AfterEach
    void close() {
        data.close();
    }

    private static String columns(int count, String written) {
        return IntStream.range(0, count).mapToObj(i -> written.formatted(i)).collect(Collectors.joining(","));
    }

    private static Contracts wide(int columns, String type) {
        return aProduct()
                .schema(IntStream.range(0, columns)
                        .mapToObj(i -> field("c" + i, type))
                        .toArray(Field[]::new));
    }

    @Test
    void asksNothingOfColumnsWhoseTypeIsTheFiles() {
        data.parquet("orders.parquet", """
                select 1::bigint as id, 2::decimal(9, 0) as n, 1.5 as amount, date '2024-01-01' as day, now() as at,
                  time '10:00:00' as t, true as paid, {'a': 1} as who, [1, 2] as lines, 'x' as wrong""");

        Scorecard card = data.score(aProduct()
                .schema(
                        field("id", "integer"),
                        limited("n", "integer", Map.of("maximum", 2)),
                        field("amount", "number"),
                        field("day", "date"),
                        field("at", "timestamp"),
                        field("t", "time"),
                        field("paid", "boolean"),
                        nested("who", "object"),
                        field("lines", "array"),
                        field("wrong", "integer"))
                .at("orders.parquet"));

        assertThat(card.checks())
                .filteredOn(check -> check.sql() != null)
                .extracting(CheckScore::name, CheckScore::rowsFailed)
                .containsExactly(tuple("range:n", 0L), tuple("type:wrong", 1L));
        assertThat(card.checks())
                .filteredOn(check -> check.sql() == null)
                .hasSize(9)
                .allMatch(check -> check.status() == CheckStatus.PASSED && check.score() == 1);
    }

    @Test
    void countsInAThousandColumnsOfText() {
        data.write("wide.csv", columns(1000, "c%d") + "\n" + columns(1000, "%d") + "\n" + columns(1000, "%dx") + "\n");

        assertThat(data.score(wide(1000, "integer").at("wide.csv")).checks())
                .hasSize(1000)
                .allMatch(check -> Long.valueOf(1).equals(check.rowsFailed()));
    }

    @Test
    void knowsAThousandColumnsOfParquet() {
        data.parquet("wide.parquet", "select " + columns(1000, "%1$d as c%1$d"));

        assertThat(data.score(wide(1000, "integer").at("wide.parquet")).checks())
                .hasSize(1000)
                .allMatch(check -> check.status() == CheckStatus.PASSED);
    }

    @Test
    void findsTheColumnWhateverItsCase() {
        data.write("orders.csv", "ID\n1\nx\n");

        assertThat(data.only(aProduct().schema(field("id", "integer")).at("orders.csv"))
                        .rowsFailed())
                .isEqualTo(1);
    }

    @Test
    void judgesWhatOnlyLateObjectsHave() {
        data.write("orders.json", "{\"id\":1}\n".repeat(2000) + "{\"id\":2,\"n\":\"x\"}\n");

        assertThat(data.only(aProduct().schema(field("n", "integer")).at("orders.json"))
                        .rowsFailed())
                .isEqualTo(1);
    }

    @Test
    void anAuthorWhoNamesTheFieldOfAnObjectMeansIt() {
        data.write("orders.json", "{\"id\":1}\n");

        assertThat(data.score(aProduct()
                                .schema(field("n", "integer"))
                                .with(check(Metric.INVALID_VALUES, noRow(), "n"))
                                .at("orders.json"))
                        .checks())
                .extracting(CheckScore::status)
                .containsExactly(CheckStatus.ERROR);
    }

    @Test
    void showsTheRowsWithWrongValues() {
        data.write("orders.csv", "id,amount\n1,1.5\n2,abc\n3,\n");

        assertThat(new Examination(Engines.ofFiles(data.engine(), "files only"))
                        .examine(
                                aProduct()
                                        .schema(Contracts.key("id"), field("amount", "number"))
                                        .at("orders.csv")
                                        .build(),
                                List.of())
                        .samples())
                .singleElement()
                .satisfies(sample -> {
                    assertThat(sample.check()).isEqualTo("type:amount");
                    assertThat(sample.rows()).containsExactly(List.of("2", "abc"));
                });
    }
}
