package io.meshwork.policy.compliance.jdbc;

import io.meshwork.policy.compliance.ComplianceReports;
import io.meshwork.policy.compliance.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcComplianceReports implements ComplianceReports {

    /** The worst of some violations, of one product or of one product and policy. */
    private static final String WORST = """
            case when bool_or(x.enforcement = 'mandatory' and x.blocks_at is null and x.waiver is null) then 'blocked'
                 when bool_or(x.blocks_at is not null and x.waiver is null) then 'in-grace'
                 when bool_or(x.waiver is not null) then 'waived'
                 when count(x.policy_id) > 0 then 'warned'
                 else 'compliant' end
            """;

    private static final String VIOLATIONS = """
            jsonb_to_recordset(v.violations::jsonb) as j ("policyId" text, category text, enforcement text,
                                                          "blocksAt" timestamptz, waiver jsonb)
            """;

    private static final String COUNTS = """
            count(*) filter (where worst = 'blocked') as blocked, count(*) filter (where worst = 'in-grace') as in_grace,
            count(*) filter (where worst = 'waived') as waived, count(*) filter (where worst = 'warned') as warned,
            count(*) filter (where worst = 'compliant') as compliant
            """;

    private final JdbcClient jdbc;

    JdbcComplianceReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SortedMap<String, Standing> standing(Grouping by, Instant at) {
        String grouped = switch (by) {
            case DOMAIN -> "v.domain";
            case POLICY -> "x.policy_id";
            case CATEGORY -> "x.category";
        };
        SortedMap<String, Standing> standing = new TreeMap<>();
        jdbc.sql("""
                        with v as (
                            select distinct on (product_id) product_id, p.domain, v.violations
                              from verdict v join published_version p using (product_id, version)
                             where v.evaluated_at <= :at
                             order by product_id, p.revision desc, v.set_revision desc, v.evaluated_at desc),
                        judged as (
                            select %s as grouped, v.product_id, %s as worst
                              from v left join lateral (
                                   select "policyId" as policy_id, category, enforcement, "blocksAt" as blocks_at, waiver
                                     from %s) x on true
                             group by 1, 2)
                        select grouped, %s from judged where grouped is not null group by grouped
                        """.formatted(grouped, WORST, VIOLATIONS, COUNTS))
                .param("at", Timestamp.from(at))
                .query(row -> {
                    standing.put(row.getString("grouped"), standing(row));
                });
        return Collections.unmodifiableSortedMap(standing);
    }

    @Override
    public SortedMap<LocalDate, Standing> history(LocalDate first, LocalDate last) {
        SortedMap<LocalDate, Standing> history = new TreeMap<>();
        jdbc.sql("""
                        with said as (
                            select v.product_id, v.evaluated_at as since, v.violations,
                                   lead(v.evaluated_at) over (partition by v.product_id order by v.evaluated_at) as until
                              from verdict v),
                        judged as (
                            select v.product_id, v.since, v.until, %s as worst
                              from said v left join lateral (
                                   select "policyId" as policy_id, category, enforcement, "blocksAt" as blocks_at, waiver
                                     from %s) x on true
                             group by 1, 2, 3)
                        select day::date as day, %s
                          from generate_series(:first::date, :last::date, interval '1 day') as day
                          join judged on since < (day + interval '1 day') at time zone 'UTC'
                                     and (until is null or until >= (day + interval '1 day') at time zone 'UTC')
                         group by day
                        """.formatted(WORST, VIOLATIONS, COUNTS))
                .param("first", first.toString())
                .param("last", last.toString())
                .query(row -> {
                    history.put(row.getObject("day", LocalDate.class), standing(row));
                });
        return Collections.unmodifiableSortedMap(history);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("blocked"),
                row.getLong("in_grace"),
                row.getLong("waived"),
                row.getLong("warned"),
                row.getLong("compliant"));
    }
}
