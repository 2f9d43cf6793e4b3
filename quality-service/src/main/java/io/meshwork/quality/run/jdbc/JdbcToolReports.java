package io.meshwork.quality.run.jdbc;

import io.meshwork.quality.run.ToolReport;
import io.meshwork.quality.run.ToolReports;
import io.meshwork.quality.score.SelfMeasured;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
final class JdbcToolReports implements ToolReports {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<SelfMeasured>> CHECKS = new TypeReference<>() {};

    /** Whoever keeps several locks them in this order. */
    private static final Comparator<ToolReport> ORDER = Comparator.comparing(ToolReport::productId)
            .thenComparing(ToolReport::version)
            .thenComparing(ToolReport::tool)
            .thenComparing(ToolReport::suite)
            .thenComparing(ToolReport::measuredAt);

    private final JdbcClient jdbc;

    JdbcToolReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<ToolReport> keep(Collection<ToolReport> reports, Instant since) {
        Set<ToolReport> kept = new HashSet<>();
        for (ToolReport report : reports.stream().sorted(ORDER).toList()) {
            if (keep(report)) {
                kept.add(report);
            }
        }
        Set<String> products = new TreeSet<>();
        kept.forEach(report -> products.add(report.productId()));
        products.forEach(product -> forget(product, since));
        return kept;
    }

    private boolean keep(ToolReport report) {
        return jdbc.sql("""
                                insert into tool_report as r (product_id, version, tool, suite, measured_at, checks)
                                values (:product, :version, :tool, :suite, :at::timestamptz, :checks)
                                on conflict (product_id, version, tool, suite) do update
                                    set measured_at = excluded.measured_at, checks = excluded.checks
                                    where excluded.measured_at >= r.measured_at
                                """)
                        .param("product", report.productId())
                        .param("version", report.version())
                        .param("tool", report.tool())
                        .param("suite", report.suite())
                        .param("at", report.measuredAt().toString())
                        .param("checks", JSON.writeValueAsString(report.checks()))
                        .update()
                == 1;
    }

    private void forget(String productId, Instant since) {
        jdbc.sql("""
                        delete from tool_report where product_id = :product and (measured_at < :since::timestamptz
                            or (version, tool, suite) in (
                                select version, tool, suite from tool_report where product_id = :product
                                order by measured_at desc, version, tool, suite offset :most))
                        """)
                .param("product", productId)
                .param("since", since.toString())
                .param("most", MOST)
                .update();
    }

    @Override
    public List<ToolReport> of(Collection<String> productIds, Instant since) {
        return jdbc.sql("""
                        select r.* from unnest(:ids::text[]) as i(id)
                        cross join lateral (
                            select * from tool_report where product_id = i.id and measured_at >= :since::timestamptz
                            order by version, tool, suite) r
                        """)
                .param("ids", productIds.toArray(String[]::new))
                .param("since", since.toString())
                .query(JdbcToolReports::report)
                .list();
    }

    private static ToolReport report(ResultSet row, int n) throws SQLException {
        return new ToolReport(
                row.getString("product_id"),
                row.getString("version"),
                row.getString("tool"),
                row.getString("suite"),
                row.getObject("measured_at", OffsetDateTime.class).toInstant(),
                JSON.readValue(row.getString("checks"), CHECKS));
    }
}
