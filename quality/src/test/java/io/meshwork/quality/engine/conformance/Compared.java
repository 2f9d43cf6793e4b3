package io.meshwork.quality.engine.conformance;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.atLeast;
import static io.meshwork.quality.Contracts.check;
import static io.meshwork.quality.Contracts.field;
import static io.meshwork.quality.Contracts.noRow;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.quality.Contracts;
import io.meshwork.quality.check.Neighbours;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.Source;
import io.meshwork.quality.examination.Examination;
import io.meshwork.quality.score.CheckScore;
import io.meshwork.quality.score.CheckStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One dataset compared with another has the same numbers on every engine that compares. */
abstract class Compared {

    static final String TABLES = """
            create table customers(id integer, name varchar(10), credit decimal(10,2), since date, active boolean);
            insert into customers values
              (1, 'Anna', 10.00, '2024-01-01', true),
              (2, 'Ben',  20.50, '2024-02-01', false),
              (3, 'Cleo', null,  '2024-03-01', true),
              (7, 'Two',  1.00,  '2024-03-01', true);
            create table orders(no integer, customer double precision, name varchar(10), credit double precision,
              since timestamp, active boolean);
            insert into orders values
              (1, 1,    'Anna', 10,   '2024-01-01 00:00:00', true),
              (2, 2,    'Ben',  20.4, '2024-02-01 00:00:00', false),
              (3, 3,    'Cleo', null, '2024-03-01 00:00:00', true),
              (4, 4,    'Dora', 1,    '2024-01-01 00:00:00', true),
              (5, null, 'Eve',  1,    '2024-01-01 00:00:00', true),
              (6, 1,    'anna', 10,   '2024-01-01 00:00:00', true);
            create table twice(id integer, name varchar(10));
            insert into twice values (1, 'Anna'), (1, 'Anne'), (null, 'x'), (null, 'y');
            """;

    /** Where a table of the script is. */
    abstract Contracts at(String table, Contracts contract);

    abstract Engine<Source> engine();

    private CheckScore run(QualityCheck check) {
        DataProduct customers = at("customers", aProduct().named("shop", "customers"))
                .dataset(
                        "customers",
                        field("id", "integer"),
                        field("name", "string"),
                        field("credit", "number"),
                        field("since", "date"),
                        field("active", "boolean"))
                .build();
        DataProduct twice = at("twice", aProduct().named("shop", "twice"))
                .dataset("twice", field("id", "integer"), field("name", "string"))
                .build();
        Neighbours neighbours =
                (id, version) -> new Neighbours.Found.Known(id.equals("shop.twice") ? twice : customers);
        DataProduct orders = at("orders", aProduct().named("shop", "orders"))
                .schema(
                        field("no", "integer"),
                        field("customer", "number"),
                        field("name", "string"),
                        field("credit", "number"),
                        field("since", "timestamp"),
                        field("active", "boolean"))
                .with(check)
                .build();
        return new Examination(engine(), neighbours)
                .check(orders, List.of())
                .checks()
                .getFirst();
    }

    private CheckScore unmatched(Metric metric, String product, List<String> theirs, String... fields) {
        return run(check(
                metric,
                Map.of("reference", Map.of("product", product, "fields", theirs)),
                metric == Metric.CONSISTENCY ? atLeast(1) : noRow(),
                fields));
    }

    private CheckScore accuracy(String product, double tolerance, String... fields) {
        return run(check(
                Metric.ACCURACY,
                Map.of(
                        "reference",
                        Map.of("product", product, "key", List.of("id")),
                        "key",
                        List.of("customer"),
                        "tolerance",
                        tolerance),
                atLeast(1),
                fields));
    }

    @Test
    void countsRowsThatAreNotInTheOtherData() {
        CheckScore score = unmatched(Metric.INCONSISTENT_ROWS, "shop.customers", List.of("id"), "customer");

        assertThat(score.status()).isEqualTo(CheckStatus.FAILED);
        assertThat(score.rowsFailed()).isEqualTo(1);
        assertThat(score.rowsTested()).isEqualTo(6);
        assertThat(score.message()).contains("1 of 6 rows break the rule");
        assertThat(score.sql()).contains("NOT EXISTS", "customers");
    }

    @Test
    void comparesKeysOfSeveralFields() {
        CheckScore score = unmatched(Metric.CONSISTENCY, "shop.customers", List.of("id", "name"), "customer", "name");

        assertThat(score.measured()).isEqualTo(4.0 / 6);
        assertThat(score.score()).isEqualTo(4.0 / 6);
    }

    @Test
    void findsValuesInTheSameData() {
        assertThat(run(check(
                                Metric.INCONSISTENT_ROWS,
                                Map.of("reference", Map.of("fields", List.of("no"))),
                                noRow(),
                                "customer"))
                        .rowsFailed())
                .isZero();
    }

    @Test
    void comparesWithTheRowOfTheSameKey() {
        CheckScore name = accuracy("shop.customers", 0, "name");

        assertThat(name.measured()).isEqualTo(0.75);
        assertThat(name.rowsTested()).isEqualTo(4);
        assertThat(name.rowsFailed()).isEqualTo(1);
        assertThat(name.message()).contains("1 of 4 rows break the rule", "2 rows have no counterpart");
        assertThat(accuracy("shop.customers", 0, "name", "credit").measured()).isEqualTo(0.5);
        assertThat(accuracy("shop.customers", 0.1, "name", "credit").measured()).isEqualTo(0.75);
        assertThat(accuracy("shop.customers", 0.05, "name", "credit").measured())
                .isEqualTo(0.5);
    }

    @Test
    void tellsRowsWithoutACounterpartAlsoWhenTheOthersAreRight() {
        CheckScore score = accuracy("shop.customers", 0, "since", "active");

        assertThat(score.status()).isEqualTo(CheckStatus.PASSED);
        assertThat(score.message()).isEqualTo("2 rows have no counterpart in the reference");
    }

    @Test
    void aReferenceWithTwoRowsOfOneKeyIsNone() {
        CheckScore score = accuracy("shop.twice", 0, "name");

        assertThat(score.status()).isEqualTo(CheckStatus.NOT_RUN);
        assertThat(score.message()).contains("several rows with the same key");
    }

    @Test
    void aFieldThatTheOtherDataDoesNotHaveIsAnError() {
        CheckScore score = unmatched(Metric.INCONSISTENT_ROWS, "shop.customers", List.of("idd"), "customer");

        assertThat(score.status()).isEqualTo(CheckStatus.ERROR);
        assertThat(score.message()).contains("no field `idd`", "Did you mean `id`?");
    }
}
