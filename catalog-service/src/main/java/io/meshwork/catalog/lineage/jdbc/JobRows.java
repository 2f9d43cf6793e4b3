package io.meshwork.catalog.lineage.jdbc;

import io.meshwork.catalog.lineage.JobName;
import io.meshwork.catalog.lineage.LineageEvent;
import io.meshwork.catalog.product.jdbc.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs by their names. */
final class JobRows {

    private record Known(long id, Instant seen) {}

    private final JdbcClient jdbc;
    private final Map<JobName, Known> known = new HashMap<>();

    JobRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of all jobs of these events, which are there from now on. */
    Map<JobName, Long> ids(List<LineageEvent> events) {
        Map<JobName, Instant> jobs =
                new TreeMap<>(Comparator.comparing(JobName::namespace).thenComparing(JobName::name));
        for (LineageEvent event : events) {
            if (event.job() != null) {
                jobs.merge(event.job(), event.time(), (a, b) -> a.isBefore(b) ? b : a);
            }
        }
        find(jobs);
        jobs.entrySet().removeIf(job -> !isNews(job));
        write(jobs);
        Map<JobName, Long> ids = new HashMap<>();
        known.forEach((name, row) -> ids.put(name, row.id()));
        return ids;
    }

    private void find(Map<JobName, Instant> jobs) {
        jdbc.sql("""
                        select id, namespace, name, seen_at from lineage_job
                        join unnest(:namespaces::text[], :names::text[]) as asked(namespace, name) using (namespace, name)
                        """)
                .param("namespaces", Column.texts(jobs.keySet(), JobName::namespace))
                .param("names", Column.texts(jobs.keySet(), JobName::name))
                .query(this::remember);
    }

    private boolean isNews(Map.Entry<JobName, Instant> job) {
        Known row = known.get(job.getKey());
        return row == null || row.seen().plus(DatasetRows.PRECISION).isBefore(job.getValue());
    }

    private void write(Map<JobName, Instant> news) {
        if (news.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into lineage_job as j (namespace, name, seen_at)
                        select namespace, name, seen::timestamptz
                        from unnest(:namespaces::text[], :names::text[], :seen::text[]) as r(namespace, name, seen)
                        on conflict (namespace, name) do update set seen_at = greatest(j.seen_at, excluded.seen_at)
                        returning id, namespace, name, seen_at
                        """)
                .param("namespaces", Column.texts(news.keySet(), JobName::namespace))
                .param("names", Column.texts(news.keySet(), JobName::name))
                .param("seen", Column.texts(news.values(), seen -> seen))
                .query(this::remember);
    }

    private void remember(ResultSet row) throws SQLException {
        known.put(
                new JobName(row.getString("namespace"), row.getString("name")),
                new Known(
                        row.getLong("id"),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()));
    }
}
