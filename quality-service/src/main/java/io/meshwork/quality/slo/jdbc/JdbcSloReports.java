package io.meshwork.quality.slo.jdbc;

import io.meshwork.quality.slo.report.Kept;
import io.meshwork.quality.slo.report.SloReports;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

@Component
final class JdbcSloReports implements SloReports {

    private static final String SUMS = """
            count(distinct (product_id, objective)) as objectives,
            count(*) filter (where level = 'breached' and since >= :from) as breaches,
            coalesce(sum(extract(epoch from least(until, :until) - greatest(since, :from))) filter (where level <> 'breached'), 0) as met,
            sum(extract(epoch from least(until, :until) - greatest(since, :from))) as measured
            """;

    private static final String PERIODS = "level <> 'no_data' and since < :until and (until is null or until > :from)";

    private final JdbcClient jdbc;

    JdbcSloReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SortedMap<String, Kept> byDomain(Time time) {
        return read(
                time,
                jdbc.sql("select domain as id, " + SUMS + " from slo_period where " + PERIODS + " group by domain"));
    }

    @Override
    public SortedMap<String, Kept> byProduct(Time time, @Nullable String domain, @Nullable String after, int limit) {
        return read(
                time,
                jdbc.sql("select product_id as id, " + SUMS + " from slo_period where " + PERIODS + """
                                   and (:domain::text is null or domain = :domain)
                                   and (:after::text is null or product_id collate "C" > :after)
                                 group by product_id order by product_id collate "C" limit :limit
                                """)
                        .param("domain", domain)
                        .param("after", after)
                        .param("limit", limit));
    }

    @Override
    public SortedMap<String, Kept> of(Time time, Collection<String> productIds) {
        return read(
                time,
                jdbc.sql("select product_id as id, " + SUMS + " from slo_period where product_id = any(:ids) and "
                                + PERIODS + " group by product_id")
                        .param("ids", productIds.toArray(String[]::new)));
    }

    private static SortedMap<String, Kept> read(Time time, StatementSpec query) {
        SortedMap<String, Kept> kept = new TreeMap<>(Comparator.naturalOrder());
        query.param("from", Timestamp.from(time.from()))
                .param("until", Timestamp.from(time.until()))
                .query(row -> {
                    kept.put(row.getString("id"), kept(row));
                });
        return kept;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("objectives"), row.getLong("breaches"), seconds(row, "met"), seconds(row, "measured"));
    }

    private static Duration seconds(ResultSet row, String column) throws SQLException {
        BigDecimal seconds = row.getBigDecimal(column);
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }
}
