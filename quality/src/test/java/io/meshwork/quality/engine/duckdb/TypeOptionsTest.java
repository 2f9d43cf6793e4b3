package io.meshwork.quality.engine.duckdb;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.check;
import static io.meshwork.quality.Contracts.limited;
import static io.meshwork.quality.Contracts.noRow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.quality.score.CheckScore;
import io.meshwork.quality.score.CheckStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What type options promise, held against real values; nulls never break them. */
class TypeOptionsTest {

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

    private CheckScore only(String type, Map<String, Object> options, String... values) {
        data.write("orders.csv", "v,w\n" + String.join(",1\n", values) + ",1\n,1\n");
        return data.score(aProduct().schema(limited("v", type, options)).at("orders.csv"))
                .checks()
                .getFirst();
    }

    private long broken(String type, Map<String, Object> options, String... values) {
        CheckScore check = only(type, options, values);
        assertThat(check.rowsFailed()).as(check.toString()).isNotNull();
        return check.rowsFailed();
    }

    @Test
    void lengths() {
        assertThat(broken("string", Map.of("minLength", 2, "maxLength", 3), "a", "ab", "abc", "abcd"))
                .isEqualTo(2);
        assertThat(broken("string", Map.of("maxLength", 1), "é", "日", "ab")).isEqualTo(1);
        assertThat(only("string", Map.of("minLength", 2), "a").name()).isEqualTo("length:v");
    }

    @Test
    void ranges() {
        assertThat(broken("number", Map.of("minimum", 0, "maximum", 1.5), "-0.1", "0", "1.5", "1.6", "x", "1e400"))
                .isEqualTo(2);
        assertThat(broken("integer", Map.of("exclusiveMinimum", 0, "exclusiveMaximum", 10), "0", "1", "10"))
                .isEqualTo(2);
        assertThat(broken("integer", Map.of("minimum", 0, "exclusiveMinimum", true), "0", "1"))
                .isEqualTo(1);
        assertThat(broken("number", Map.of("multipleOf", 0.1), "0.3", "1.1", "0.35"))
                .isEqualTo(1);
    }

    @Test
    void rangesOfTime() {
        assertThat(broken("date", Map.of("minimum", "2024-01-01"), "2023-12-31", "2024-01-01", "soon"))
                .isEqualTo(1);
        assertThat(broken("time", Map.of("exclusiveMaximum", "12:00:00"), "11:59:59", "12:00:00"))
                .isEqualTo(1);
        assertThat(broken("timestamp", Map.of("maximum", "no time at all"), "2024-01-01 00:00:00"))
                .isZero();
    }

    @Test
    void patternsAndValues() {
        assertThat(broken("string", Map.of("pattern", "^[A-Z]\\d$"), "A1", "a1", "A12"))
                .isEqualTo(2);
        assertThat(broken("string", Map.of("enum", List.of("open", "it's")), "open", "it's", "other"))
                .isEqualTo(1);
    }

    @Test
    void formats() {
        assertThat(broken("string", Map.of("format", "email"), "a@example.org", "a@b"))
                .isEqualTo(1);
        assertThat(broken("string", Map.of("format", "uuid"), "123e4567-e89b-12d3-a456-426614174000", "123"))
                .isEqualTo(1);
        assertThat(broken("string", Map.of("format", "ipv4"), "10.0.0.1", "10.0.0.256"))
                .isEqualTo(1);
        assertThat(broken("integer", Map.of("format", "u8"), "0", "255", "256", "-1"))
                .isEqualTo(2);
        assertThat(broken("integer", Map.of("format", "i64"), "9223372036854775807"))
                .isZero();
        assertThat(broken("date", Map.of("format", "dd/MM/yyyy"), "31/12/2024", "2024-12-31"))
                .isEqualTo(1);
    }

    @Test
    void readsNumbersByTheFormatOfDates() {
        data.parquet("orders.parquet", "select unnest([20240101, 20241301, 0]) as d");

        assertThat(data.only(aProduct()
                                .schema(limited("d", "date", Map.of("format", "yyyyMMdd")))
                                .at("orders.parquet"))
                        .rowsFailed())
                .isEqualTo(2);
    }

    @Test
    void leavesFormatsAloneThatItDoesNotKnow() {
        data.write("orders.csv", "v\n1\n");

        assertThat(data.score(aProduct()
                                .schema(
                                        limited("v", "string", Map.of("format", "telex")),
                                        limited("d", "date", Map.of("format", "EEE d")))
                                .at("orders.csv")
                                .with(check(Metric.ROW_COUNT, noRow())))
                        .checks())
                .extracting(CheckScore::name)
                .containsExactly("row_count_");
    }

    @Test
    void doesNotRunPatternsThatLookAround() {
        CheckScore check = only("string", Map.of("pattern", "^(?!x)a"), "a");

        assertThat(check.status()).isEqualTo(CheckStatus.NOT_RUN);
        assertThat(check.message()).contains("RE2");
    }

    @Test
    void anAuthorsOwnCheckTakesTheirPlace() {
        data.write("orders.csv", "v\n1\n");

        assertThat(data.score(aProduct()
                                .schema(limited("v", "string", Map.of("pattern", "^a", "maxLength", 3)))
                                .at("orders.csv")
                                .with(check(Metric.INVALID_VALUES, Map.of("pattern", "^b"), noRow(), "v")))
                        .checks())
                .extracting(CheckScore::name)
                .containsExactly("invalid_values_v", "length:v");
    }

    @Test
    void judgesNumbersOfParquetAsNumbers() {
        data.parquet("orders.parquet", "select i as v, date '2024-01-01' + i::int as d from range(10) t(i)");

        assertThat(data.score(aProduct()
                                .schema(
                                        limited("v", "integer", Map.of("minimum", 3)),
                                        limited("d", "date", Map.of("maximum", "2024-01-05", "format", "yyyy-MM-dd")))
                                .at("orders.parquet"))
                        .checks())
                .extracting(CheckScore::name, CheckScore::rowsFailed)
                .containsExactly(
                        tuple("range:v", 3L), tuple("type:v", 0L), tuple("range:d", 5L), tuple("format:d", 0L));
    }
}
