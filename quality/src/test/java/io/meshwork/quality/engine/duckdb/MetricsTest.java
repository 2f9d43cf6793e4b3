package io.meshwork.quality.engine.duckdb;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.atLeast;
import static io.meshwork.quality.Contracts.atMost;
import static io.meshwork.quality.Contracts.atMostPercent;
import static io.meshwork.quality.Contracts.check;
import static io.meshwork.quality.Contracts.field;
import static io.meshwork.quality.Contracts.nested;
import static io.meshwork.quality.Contracts.noRow;
import static io.meshwork.quality.Contracts.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.quality.score.CheckScore;
import io.meshwork.quality.score.CheckStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every metric on the same eight rows in every format, with numbers counted by hand:
 *
 * <pre>
 * id | code | amount | status | day
 *  1 | A1   | 10.5   | open   | 2024-01-01
 *  2 | A2   | 20     | open   | 2024-01-02
 *  3 | A2   | -1     | paid   | 2024-02-30   (no such day)
 *  4 |      | 7      | PAID   | 2024-01-04
 *  5 | A5   |        | n/a    | 2024-01-05
 *  6 | b6   | 3      | open   |
 *  6 | A7   | 5.0    | paid   | 2024-01-07
 *  8 | A8   | 5      |        | 2024-01-08
 * </pre>
 */
class MetricsTest {

    private static final Field[] FIELDS = {
        field("id", "integer"),
        field("code", "string"),
        field("amount", "number"),
        field("status", "string"),
        field("day", "date")
    };

    @TempDir
    Path folder;

    private DataRoot data;

    @BeforeEach
    void writeTheRows() {
        data = new DataRoot(folder.resolve("root"));
        data.write("orders.csv", """
                id,code,amount,status,day
                1,A1,10.5,open,2024-01-01
                2,A2,20,open,2024-01-02
                3,A2,-1,paid,2024-02-30
                4,,7,PAID,2024-01-04
                5,A5,,n/a,2024-01-05
                6,b6,3,open,
                6,A7,5.0,paid,2024-01-07
                8,A8,5,,2024-01-08
                """);
        data.write("orders.json", """
                [{"id":1,"code":"A1","amount":10.5,"status":"open","day":"2024-01-01"},
                 {"id":2,"code":"A2","amount":20,"status":"open","day":"2024-01-02"},
                 {"id":3,"code":"A2","amount":-1,"status":"paid","day":"2024-02-30"},
                 {"id":4,"code":null,"amount":7,"status":"PAID","day":"2024-01-04"},
                 {"id":5,"code":"A5","amount":null,"status":"n/a","day":"2024-01-05"},
                 {"id":6,"code":"b6","amount":3,"status":"open"},
                 {"id":6,"code":"A7","amount":5.0,"status":"paid","day":"2024-01-07"},
                 {"id":8,"code":"A8","amount":5,"day":"2024-01-08"}]
                """);
        data.write("orders.jsonl", """
                {"id":1,"code":"A1","amount":10.5,"status":"open","day":"2024-01-01"}
                {"id":2,"code":"A2","amount":20,"status":"open","day":"2024-01-02"}
                {"id":3,"code":"A2","amount":-1,"status":"paid","day":"2024-02-30"}
                {"id":4,"code":null,"amount":7,"status":"PAID","day":"2024-01-04"}
                {"id":5,"code":"A5","amount":null,"status":"n/a","day":"2024-01-05"}
                {"id":6,"code":"b6","amount":3,"status":"open"}
                {"id":6,"code":"A7","amount":5.0,"status":"paid","day":"2024-01-07"}
                {"id":8,"code":"A8","amount":5,"day":"2024-01-08"}
                """);
        data.parquet("orders.parquet", """
                SELECT * FROM (VALUES
                  (1, 'A1', 10.5::DOUBLE, 'open', '2024-01-01'), (2, 'A2', 20, 'open', '2024-01-02'),
                  (3, 'A2', -1, 'paid', '2024-02-30'), (4, NULL, 7, 'PAID', '2024-01-04'),
                  (5, 'A5', NULL, 'n/a', '2024-01-05'), (6, 'b6', 3, 'open', NULL),
                  (6, 'A7', 5, 'paid', '2024-01-07'), (8, 'A8', 5, NULL, '2024-01-08'))
                  t(id, code, amount, status, day)""");
    }

    @AfterEach
    void close() {
        data.close();
    }

    private CheckScore run(String file, QualityCheck check) {
        return data.score(aProduct().at(file).schema(FIELDS).with(check))
                .checks()
                .getFirst();
    }

    private static final String CSV = "orders.csv";
    private static final String JSON = "orders.json";
    private static final String LINES = "orders.jsonl";
    private static final String PARQUET = "orders.parquet";

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON, LINES, PARQUET})
    void countsRows(String file) {
        CheckScore score = run(file, check(Metric.ROW_COUNT, atLeast(9)));

        assertThat(score.measured()).isEqualTo(8);
        assertThat(score.status()).isEqualTo(CheckStatus.FAILED);
        assertThat(score.message()).isEqualTo("measured 8, expected at least 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON, LINES, PARQUET})
    void countsNulls(String file) {
        CheckScore score = run(file, check(Metric.NULL_VALUES, noRow(), "code"));

        assertThat(score.measured()).isEqualTo(1);
        assertThat(score.rowsFailed()).isEqualTo(1);
        assertThat(score.rowsTested()).isEqualTo(8);
        assertThat(score.score()).isEqualTo(7.0 / 8);
        assertThat(score.message()).isEqualTo("measured 1, expected 0: 1 of 8 rows break the rule");
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON, LINES, PARQUET})
    void countsNullsInPercent(String file) {
        CheckScore score = run(file, check(Metric.NULL_VALUES, atMostPercent(12.5), "code"));

        assertThat(score.measured()).isEqualTo(12.5);
        assertThat(score.status()).isEqualTo(CheckStatus.PASSED);
        assertThat(score.threshold()).isEqualTo("<= 12.5 (percent)");
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON, LINES, PARQUET})
    void countsPlaceholdersAsMissing(String file) {
        assertThat(run(file, check(Metric.MISSING_VALUES, Map.of("missingValues", List.of("n/a")), noRow(), "status"))
                        .measured())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON, LINES, PARQUET})
    void countsNumericPlaceholdersAsMissing(String file) {
        assertThat(run(file, check(Metric.MISSING_VALUES, Map.of("missingValues", List.of(-1)), noRow(), "amount"))
                        .measured())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON, LINES, PARQUET})
    void countsValuesThatAreNotAllowed(String file) {
        assertThat(run(
                                file,
                                check(
                                        Metric.INVALID_VALUES,
                                        Map.of("validValues", List.of("open", "paid")),
                                        noRow(),
                                        "status"))
                        .measured())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON, LINES, PARQUET})
    void comparesNumbersAsNumbers(String file) {
        assertThat(run(file, check(Metric.INVALID_VALUES, Map.of("validValues", List.of(5, 7, 3)), noRow(), "amount"))
                        .measured())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON, LINES, PARQUET})
    void countsValuesWithoutThePattern(String file) {
        assertThat(run(file, check(Metric.INVALID_VALUES, Map.of("pattern", "^[A-Z]\\d$"), atMost(0), "code"))
                        .measured())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON, LINES, PARQUET})
    void countsRowsBeyondTheFirstOfAKey(String file) {
        assertThat(run(file, check(Metric.DUPLICATE_VALUES, noRow(), "id")).measured())
                .isEqualTo(1);
        assertThat(run(file, check(Metric.DUPLICATE_VALUES, noRow(), "code")).measured())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON, LINES, PARQUET})
    void countsDuplicatesOfACompositeKey(String file) {
        assertThat(run(file, check(Metric.DUPLICATE_VALUES, noRow(), "id", "code"))
                        .measured())
                .isZero();
        assertThat(run(file, check(Metric.DUPLICATE_VALUES, noRow(), "status", "amount"))
                        .measured())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON, LINES, PARQUET})
    void measuresCompletenessOfOneFieldAndOfAll(String file) {
        assertThat(run(file, check(Metric.COMPLETENESS, atLeast(0.9), "day")).measured())
                .isEqualTo(7.0 / 8);
        CheckScore all = run(file, check(Metric.COMPLETENESS, atLeast(0.9)));
        assertThat(all.measured()).isCloseTo(36.0 / 40, within(1e-12));
        assertThat(all.status()).isEqualTo(CheckStatus.PASSED);
        assertThat(all.rowsFailed()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON, LINES, PARQUET})
    void measuresUniqueness(String file) {
        CheckScore score = run(file, check(Metric.UNIQUENESS, atLeast(1), "id"));

        assertThat(score.measured()).isEqualTo(7.0 / 8);
        assertThat(score.score()).isEqualTo(7.0 / 8);
        assertThat(score.status()).isEqualTo(CheckStatus.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON, LINES, PARQUET})
    void measuresValidityOfDeclaredTypes(String file) {
        assertThat(run(file, check(Metric.VALIDITY, atLeast(1), "day")).measured())
                .isEqualTo(7.0 / 8);
        assertThat(run(file, check(Metric.VALIDITY, atLeast(1), "id")).measured())
                .isEqualTo(1);
        assertThat(run(file, check(Metric.VALIDITY, atLeast(1))).rowsFailed()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON, LINES, PARQUET})
    void answersAuthorsQuery(String file) {
        assertThat(run(file, sql("SELECT sum(amount) FROM {object} WHERE {property} = 'open'", atLeast(33.5), "status"))
                        .status())
                .isEqualTo(CheckStatus.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON, PARQUET})
    void namesTheColumnsThatAreThereAndRunsTheOthers(String file) {
        var card = data.score(aProduct()
                .at(file)
                .with(
                        check(Metric.NULL_VALUES, noRow(), "cod"),
                        check(Metric.DUPLICATE_VALUES, noRow(), "nothing"),
                        check(Metric.ROW_COUNT, atLeast(8))));

        assertThat(card.checks())
                .extracting(CheckScore::status)
                .containsExactly(CheckStatus.ERROR, CheckStatus.ERROR, CheckStatus.PASSED);
        assertThat(card.checks().getFirst().message()).contains("`cod`", "id", "amount", "status");
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, JSON, PARQUET})
    void spoilsOnlyTheCheckWhosePatternIsWrong(String file) {
        var card = data.score(aProduct()
                .at(file)
                .with(
                        check(Metric.INVALID_VALUES, Map.of("pattern", "(?=x)"), noRow(), "code"),
                        check(Metric.NULL_VALUES, noRow(), "id")));

        assertThat(card.checks()).extracting(CheckScore::status).containsExactly(CheckStatus.ERROR, CheckStatus.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nested.json", "nested.parquet"})
    void looksIntoObjects(String file) {
        data.write("nested.json", """
                [{"a":{"b":"x","c~/":1}},{"a":{"b":null}},{"a":null},{}]""");
        data.parquet("nested.parquet", "SELECT unnest([{'b': 'x'}, {'b': NULL}, NULL, NULL]) AS a");

        assertThat(data.score(aProduct()
                                .at(file)
                                .schema(nested("a", "object", field("b", "string")))
                                .with(check(Metric.NULL_VALUES, noRow(), "a.b")))
                        .checks())
                .extracting(CheckScore::measured)
                .containsExactly(3.0, 0.0);
    }
}
