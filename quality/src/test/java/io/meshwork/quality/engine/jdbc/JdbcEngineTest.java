package io.meshwork.quality.engine.jdbc;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.atLeast;
import static io.meshwork.quality.Contracts.check;
import static io.meshwork.quality.Contracts.field;
import static io.meshwork.quality.Contracts.nested;
import static io.meshwork.quality.Contracts.noRow;
import static io.meshwork.quality.Contracts.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.quality.Contracts;
import io.meshwork.quality.examination.Examination;
import io.meshwork.quality.score.CheckScore;
import io.meshwork.quality.score.CheckStatus;
import io.meshwork.quality.score.Scorecard;
import io.meshwork.quality.score.Scorecard.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a database does that files do not; the numbers are the conformance suite's. */
class JdbcEngineTest {

    @BeforeAll
    static void tables() {
        Postgres.sql("""
                drop schema if exists trouble cascade; create schema trouble; set search_path = trouble;
                create table orders(id integer, name text); insert into orders values (1, 'a'), (2, null);
                create table written(id integer);
                create function write() returns integer language sql as 'insert into trouble.written values (1) returning id';
                create view writing as select write() as id;
                create view slow as select 1 as id, pg_sleep(10)::text as v;
                create type state as enum ('new', 'paid'); create domain mail as varchar(50);
                create type place as (street text);
                create table odd(body jsonb, plain json, state state, mail mail, at place, tags text[], raw xml, key uuid, short char(5));
                insert into odd values
                  ('{"a":{"b":1}}', '{"a":null}', 'new', 'a@example.org', row('x'), '{a}', '<a/>', gen_random_uuid(), 'ab'),
                  ('{"a":{}}', null, 'new', 'b', null, '{a}', '<a/>', gen_random_uuid(), 'ab ');
                do $$ begin create role outsider login; exception when duplicate_object then null; end $$;
                """);
    }

    private static Scorecard score(Contracts contract) {
        return score(contract, Postgres.database("postgres"), Duration.ofSeconds(20));
    }

    private static Scorecard score(Contracts contract, DataSource source, Duration timeout) {
        return new Examination(Postgres.engine(source, timeout)).check(contract.build(), List.of());
    }

    private static Contracts on(String table) {
        return aProduct()
                .at(Map.<String, Object>of(
                        "host", "db.example.org", "database", "shop", "schema", "trouble", "table", table));
    }

    private static String reason(Scorecard card) {
        assertThat(card.verdict()).as(card.toString()).isEqualTo(Verdict.NOT_CHECKED);
        return String.valueOf(card.reason());
    }

    private static Contracts counting(Contracts contract) {
        return contract.with(check(Metric.ROW_COUNT, atLeast(1)));
    }

    @Test
    void connectsOnlyToWhatTheOperatorSetUp() {
        Map<String, Object> inside = Map.of("host", "127.0.0.1", "port", 22, "database", "shop");

        assertThat(reason(score(counting(aProduct().at(inside)))))
                .contains("no connection serves", "mesh.quality.connections.<name>", "serves: 127.0.0.1:22/shop");
    }

    @Test
    void doesNotLookIntoTheDatabaseItself() {
        Map<String, Object> catalog =
                Map.of("host", "db.example.org", "database", "shop", "schema", "pg_catalog", "table", "pg_authid");

        assertThat(reason(score(counting(aProduct().at(catalog))))).contains("of the database itself");
    }

    @Test
    void saysThatThereIsNoTable() {
        assertThat(reason(score(counting(on("nothing"))))).contains("trouble.nothing", "there is none");
    }

    @Test
    void saysThatTheDatabaseIsGone() {
        assertThat(reason(score(counting(on("orders")), Postgres.nowhere(), Duration.ofSeconds(2))))
                .contains("the database of mesh.quality.connections.shop does not answer");
    }

    @Test
    void saysThatTheUserMayNotReadIt() {
        assertThat(reason(score(counting(on("orders")), Postgres.database("outsider"), Duration.ofSeconds(20))))
                .contains("may not read it; grant");
    }

    @Test
    void givesUpInTime() {
        long start = System.nanoTime();

        assertThat(reason(score(
                        on("slow").with(check(Metric.NULL_VALUES, noRow(), "v")),
                        Postgres.database("postgres"),
                        Duration.ofSeconds(1))))
                .contains("within 1 s");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void writesNothingWhateverAViewDoes() {
        assertThat(reason(score(on("writing").with(check(Metric.NULL_VALUES, noRow(), "id")))))
                .contains("SQL state 25006");
        assertThat(score(counting(on("written"))).rows()).isZero();
    }

    @Test
    void leavesOutQueriesOfAuthors() {
        List<CheckScore> checks = score(on("orders")
                        .with(
                                sql("SELECT count(*) FROM {object}", atLeast(1)),
                                check(Metric.NULL_VALUES, noRow(), "name")))
                .checks();

        assertThat(checks).extracting(CheckScore::status).containsExactly(CheckStatus.NOT_RUN, CheckStatus.FAILED);
        assertThat(checks.getFirst().message()).contains("queries of authors are not run in databases");
    }

    @Test
    void tellsTheSqlOfEachCheck() {
        assertThat(score(on("orders").with(check(Metric.NULL_VALUES, noRow(), "name")))
                        .checks()
                        .getFirst()
                        .sql())
                .contains("FROM \"trouble\".\"orders\"", "count(*) - count(c0)");
    }

    /** More numbers than PostgreSQL takes in one query. */
    @Test
    void countsInTablesOfVeryManyColumns() {
        List<String> names = IntStream.range(0, 1000).mapToObj(i -> "c" + i).toList();
        Postgres.sql("set search_path = trouble; create table wide(" + String.join(" text, ", names) + " text);"
                + " insert into wide(c0, c999) values ('1', 'x')");
        Field[] fields = names.stream()
                .map(name -> new Field(
                        name, null, "integer", null, null, true, false, false, false, null, List.of(), List.of()))
                .toArray(Field[]::new);

        List<CheckScore> checks = score(on("wide").schema(fields)).checks();

        assertThat(checks).hasSize(2000).noneMatch(check -> check.status() == CheckStatus.ERROR);
        assertThat(checks)
                .filteredOn(check -> check.status() == CheckStatus.FAILED)
                .hasSize(999);
        assertThat(checks.getLast().rowsFailed()).isEqualTo(1);
    }

    @Test
    void judgesTypesThatFilesDoNotHave() {
        List<CheckScore> checks = score(on("odd")
                        .dataset(
                                "orders",
                                nested("body", "object", field("a", "object")),
                                field("plain", "object"),
                                field("at", "object"),
                                field("tags", "array"),
                                field("key", "string"))
                        .with(
                                check(Metric.VALIDITY, atLeast(1)),
                                check(Metric.DUPLICATE_VALUES, noRow(), "state"),
                                check(Metric.DUPLICATE_VALUES, noRow(), "body"),
                                check(Metric.DUPLICATE_VALUES, noRow(), "plain"),
                                check(Metric.DUPLICATE_VALUES, noRow(), "raw"),
                                check(Metric.DUPLICATE_VALUES, noRow(), "short"),
                                check(Metric.NULL_VALUES, noRow(), "body.a"),
                                check(Metric.INVALID_VALUES, Map.of("pattern", "^[a-z]@"), noRow(), "mail")))
                .checks();

        assertThat(checks)
                .extracting(CheckScore::measured)
                .as(checks.toString())
                .containsExactly(1.0, 1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0);
    }
}
