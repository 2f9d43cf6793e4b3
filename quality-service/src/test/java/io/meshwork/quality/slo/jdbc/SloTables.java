package io.meshwork.quality.slo.jdbc;

import io.meshwork.contract.read.DataProductJson;
import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.quality.Contracts;
import io.meshwork.quality.run.Version;
import io.meshwork.quality.slo.Intake;
import io.meshwork.quality.slo.StatusChange;
import io.meshwork.quality.slo.VersionEnds;
import io.meshwork.quality.slo.Watch;
import io.meshwork.quality.slo.sample.Sample;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The watch on a real PostgreSQL, with a clock that is set by hand. */
final class SloTables {

    /** Beginning of a bucket of every width. */
    static final Instant START = Instant.parse("2026-06-15T00:00:00Z");

    static final String PRODUCT = "shop.orders";

    final JdbcClient jdbc;
    final JdbcSlos slos;
    final JdbcSloPages pages;
    final JdbcSloReports reports;

    private final JdbcFollowers followers;
    private final VersionEnds ends;
    private final TransactionTemplate transaction;
    private Instant now = START;

    SloTables() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(TestPlatform.freshDatabase());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/quality")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
        slos = new JdbcSlos(jdbc);
        pages = new JdbcSloPages(jdbc);
        reports = new JdbcSloReports(jdbc);
        followers = new JdbcFollowers(jdbc);
        ends = new JdbcVersionEnds(jdbc);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    void clear() {
        for (String table : List.of(
                "product_version",
                "run",
                "sli_sample",
                "version_end",
                "slo_news",
                "slo_product",
                "slo",
                "slo_period",
                "slo_window",
                "slo_bucket")) {
            jdbc.sql("delete from " + table).update();
        }
        now = START;
    }

    Watch watch() {
        return new Watch(slos, new Hand());
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    Instant now() {
        return now;
    }

    SloTables at(Instant moment) {
        now = moment;
        return this;
    }

    SloTables after(Duration time) {
        return at(now.plus(time));
    }

    SloTables publish(Contracts contract) {
        var product = contract.build();
        String json = DataProductJson.write(product);
        jdbc.sql(
                        "insert into product_version (product_id, version, revision, contract, published_at) values (?, ?, 1, ?, ?)")
                .params(product.id(), product.version(), json, Timestamp.from(now))
                .update();
        followers.published(List.of(new Version(product.id(), product.version(), 1, json, product, now)));
        return this;
    }

    SloTables refresh(String version) {
        jdbc.sql("update product_version set refreshed_at = ? where product_id = ? and version = ?")
                .params(Timestamp.from(now), PRODUCT, version)
                .update();
        followers.measured(List.of(PRODUCT));
        return this;
    }

    SloTables score(String version, long sequence, Double score) {
        jdbc.sql("""
                        insert into run (product_id, sequence, version, trigger, status, score, scorecard, scored_at)
                        values (?, ?, ?, 'refreshed', 'passed', ?, '{}', ?)
                        """)
                .params(PRODUCT, sequence, version, score, Timestamp.from(now))
                .update();
        followers.measured(List.of(PRODUCT));
        return this;
    }

    SloTables retire(String version) {
        ends.retired(List.of(new VersionEnds.Version(PRODUCT, version)));
        return this;
    }

    /** A window of a minute that ends at this moment. */
    static Sample minute(Instant end, long good, long total) {
        return new Sample(PRODUCT, "availability", end.minusSeconds(60), end, good, total, null);
    }

    Intake.Taken report(Sample... samples) {
        Intake intake = new Intake(slos, watch(), new Hand(), Duration.ofHours(6));
        return Objects.requireNonNull(transaction.execute(status -> intake.take(List.of(samples))));
    }

    /** What a look at everything tells. */
    List<StatusChange> look() {
        return transaction.execute(status -> {
            List<StatusChange> changes = new ArrayList<>(watch().news(100).changes());
            changes.addAll(watch().due(100).changes());
            return changes;
        });
    }

    List<String> told() {
        return look().stream()
                .map(change -> change.objective() + " " + change.status() + " " + change.sequence())
                .toList();
    }

    String level(String objective) {
        return jdbc.sql("select level from slo where product_id = ? and objective = ? and ended_at is null")
                .params(PRODUCT, objective)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    private final class Hand extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
