package io.meshwork.quality.engine.duckdb;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.atLeast;
import static io.meshwork.quality.Contracts.check;
import static io.meshwork.quality.Contracts.noRow;
import static io.meshwork.quality.Contracts.sql;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Names and values that look like SQL are names and values. */
class HostileNamesTest {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\" ; DROP TABLE y; --",
                "x'); COPY (SELECT 1) TO 'f",
                "select",
                "Ünïcödé 漢字",
                "a/b~c",
                "$",
                "$.a",
                "c0",
                "a.b",
                "'",
                "\"\"",
                "*",
                "%s",
                "{object}"
            })
    void readsColumnOfAnyName(String name) {
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        data.write("odd.csv", quoted + ",other\nv,1\nv,2\n,3\n");
        String json = name.replace("\"", "\\\"");
        data.write("odd.json", "[{\"%1$s\":\"v\"},{\"%1$s\":\"v\"},{\"%1$s\":null}]".replace("%1$s", json));
        data.parquet("odd.parquet", "SELECT unnest(['v', 'v', NULL]) AS " + quoted);

        for (String file : List.of("odd.csv", "odd.json", "odd.parquet")) {
            var card = data.score(aProduct()
                    .at(file)
                    .with(
                            check(Metric.NULL_VALUES, noRow(), name),
                            check(Metric.DUPLICATE_VALUES, noRow(), name),
                            check(Metric.INVALID_VALUES, Map.of("validValues", List.of("w")), noRow(), name)));
            assertThat(card.checks()).extracting(CheckScore::measured).as(file).containsExactly(1.0, 1.0, 2.0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "x' OR '1'='1", "\\", "\\'", "'; DROP TABLE x; --", "a\u0000b", "%", "$1", "?"})
    void comparesWithValueOfAnyText(String value) {
        data.write("values.csv", "id\nplain\n");

        CheckScore score = data.only(aProduct()
                .at("values.csv")
                .with(check(Metric.INVALID_VALUES, Map.of("validValues", List.of(value)), noRow(), "id")));

        assertThat(score.measured()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders\"; DROP VIEW x; --", "sel ect", "'"})
    void readsDatasetOfAnyName(String dataset) {
        data.write("values.csv", "id\n1\n");
        var query = sql("SELECT count(*) FROM {object}", atLeast(1));
        var named = new QualityCheck(
                query.name(),
                dataset,
                query.fields(),
                query.metric(),
                query.dimension(),
                query.arguments(),
                query.query(),
                query.threshold(),
                query.severity(),
                query.pointer());

        assertThat(data.only(aProduct().dataset(dataset).at("values.csv").with(named))
                        .status())
                .isEqualTo(CheckStatus.PASSED);
    }
}
