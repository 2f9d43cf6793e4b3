package io.meshwork.quality.engine.conformance;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.check;
import static io.meshwork.quality.Contracts.field;
import static io.meshwork.quality.Contracts.noRow;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.quality.Contracts;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.Engines;
import io.meshwork.quality.engine.Source;
import io.meshwork.quality.engine.duckdb.DuckDbEngine;
import io.meshwork.quality.engine.duckdb.DuckDbEngines;
import io.meshwork.quality.engine.duckdb.DuckDbSettings;
import io.meshwork.quality.engine.jdbc.Postgres;
import io.meshwork.quality.examination.Examination;
import io.meshwork.quality.score.CheckScore;
import io.meshwork.quality.score.CheckStatus;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an expression says, and whatever the values are, nothing fails, and both engines count the same. */
class ExpressionsAgreeTest {

    private static final int EXPRESSIONS = 300;

    private static final String ROWS = """
            create table orders(a varchar(30), b varchar(30), s varchar(30), t varchar(30), d varchar(40), e varchar(40),
              p varchar(10));
            insert into orders values
              ('1', '2', 'x', 'xy', '2024-01-01', '2024-01-02', 'true'),
              ('-2.5', '0', 'o''o', '', '2024-02-29 23:59:59', '2024-02-28T10:00:00Z', 'false'),
              ('9007199254740993', '9007199254740992', 'X', 'x', '294000-01-01', '0001-01-01', 't'),
              ('1e30', '-1e30', 'ä', 'a', '2024-02-30', 'soon', 'maybe'),
              ('0.1', '0.2', 'o', '''o', '2024-01-01 10:00:00+02', '2024-01-01 08:00:00', '0'),
              ('1e-30', '1e-20', '日本', '日', 'infinity', '-infinity', '1'),
              ('NaN', 'x', ' ', 'X', 'epoch', 'now', 'f'),
              (null, '5', null, 'x', null, '2024-01-01', null),
              ('99999999999999999999999999999', '0.0000000001', 'x', null, '2024-01-01', null, 'true');
            """;

    @TempDir
    Path folder;

    @Test
    void onWhateverValues() throws Exception {
        RandomExpressions random = new RandomExpressions(29);
        List<String> expressions = IntStream.range(0, EXPRESSIONS)
                .mapToObj(i -> random.condition(i % 4))
                .filter(expression -> expression.matches(".*\\b[abstdep]\\b.*"))
                .toList();
        Postgres.sql(
                "drop schema if exists agreeing cascade; create schema agreeing; set search_path = agreeing; " + ROWS);
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(ROWS);
            statement.execute("copy orders to '" + folder.resolve("orders.json") + "'");
        }

        try (DuckDbEngines engines = new DuckDbEngines(DuckDbSettings.under(folder));
                DuckDbEngine files = engines.engine()) {
            Map<String, Long> ofFile = broken(
                    Engines.ofFiles(files, "files only"),
                    expressions,
                    aProduct().at("orders.json"));
            Map<String, Long> ofTable =
                    broken(Postgres.engine(), expressions, aProduct().at(Postgres.schema("agreeing")));

            assertThat(ofFile).isEqualTo(ofTable);
        }
    }

    private static Map<String, Long> broken(Engine<Source> engine, List<String> expressions, Contracts contract) {
        QualityCheck[] checks = expressions.stream()
                .map(expression ->
                        check(Metric.INCONSISTENT_ROWS, Map.of("expression", expression), noRow(), new String[0]))
                .toArray(QualityCheck[]::new);
        List<CheckScore> scores = new Examination(engine)
                .check(
                        contract.schema(
                                        field("a", "number"),
                                        field("b", "number"),
                                        field("s", "string"),
                                        field("t", "string"),
                                        field("d", "timestamp"),
                                        field("e", "timestamp"),
                                        field("p", "boolean"))
                                .with(checks)
                                .build(),
                        List.of())
                .checks();
        Map<String, Long> broken = new LinkedHashMap<>();
        for (int i = 0; i < expressions.size(); i++) {
            CheckScore score = scores.get(i);
            assertThat(score.status())
                    .as(expressions.get(i) + ": " + score)
                    .isNotIn(CheckStatus.ERROR, CheckStatus.NOT_RUN);
            broken.put(expressions.get(i), score.rowsFailed());
        }
        return broken;
    }
}
