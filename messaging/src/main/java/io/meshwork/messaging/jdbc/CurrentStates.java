package io.meshwork.messaging.jdbc;

import io.meshwork.messaging.kafka.EncodedRecord;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Newest record per key of the compacted topics. A compacted topic keeps the last record written, so it is written under the
 * row's lock and always with the newest value: two transactions that publish in the wrong order cannot leave the older one.
 */
public final class CurrentStates {

    /** One row locked for publication. */
    public record Locked(EncodedRecord record, long revision) {}

    private static final String COLUMNS = "topic, key, id, value, headers, revision";

    private final JdbcClient jdbc;

    public CurrentStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces the state of these keys, inside the transaction that decided them; the last of several with one key counts. */
    public void store(List<EncodedRecord> records) {
        Map<String, EncodedRecord> newest = new LinkedHashMap<>();
        records.forEach(r -> newest.put(r.topic() + '\0' + r.key(), r));
        List<EncodedRecord> rows = newest.values().stream()
                .sorted(Comparator.comparing(EncodedRecord::topic).thenComparing(EncodedRecord::key))
                .toList();
        jdbc.sql("""
                        insert into current_state (topic, key, id, value, headers)
                        select * from unnest(:topics::text[], :keys::text[], :ids::uuid[], :values::bytea[], :headers::text[])
                        on conflict (topic, key) do update set
                            id = excluded.id, value = excluded.value, headers = excluded.headers,
                            revision = current_state.revision + 1, unpublished_since = coalesce(current_state.unpublished_since, now())
                        """)
                .param("topics", rows.stream().map(EncodedRecord::topic).toArray(String[]::new))
                .param("keys", rows.stream().map(EncodedRecord::key).toArray(String[]::new))
                .param("ids", rows.stream().map(EncodedRecord::id).toArray(UUID[]::new))
                .param("values", rows.stream().map(EncodedRecord::value).toArray(byte[][]::new))
                .param(
                        "headers",
                        rows.stream().map(r -> HeaderText.write(r.headers())).toArray(String[]::new))
                .update();
    }

    /** Locks those of these records' keys that are not published yet; waits for others who are publishing them. */
    public List<Locked> lockUnpublished(List<EncodedRecord> records) {
        return jdbc.sql("select " + COLUMNS + """
                         from current_state
                        where (topic, key) in (select * from unnest(:topics::text[], :keys::text[])) and unpublished_since is not null
                        order by topic, key for update
                        """)
                .param("topics", records.stream().map(EncodedRecord::topic).toArray(String[]::new))
                .param("keys", records.stream().map(EncodedRecord::key).toArray(String[]::new))
                .query(CurrentStates::locked)
                .list();
    }

    /** Locks some that have waited for publication for at least this long and that nobody else is publishing. */
    public List<Locked> lockUnpublished(Duration age) {
        return jdbc.sql("select " + COLUMNS + """
                         from current_state
                        where unpublished_since < now() - make_interval(secs => :age)
                        order by topic, key limit 500 for update skip locked
                        """)
                .param("age", age.toMillis() / 1000.0)
                .query(CurrentStates::locked)
                .list();
    }

    public void published(List<Locked> rows) {
        jdbc.sql("""
                        update current_state set unpublished_since = null
                        where (topic, key) in (select * from unnest(:topics::text[], :keys::text[]))
                        """)
                .param("topics", rows.stream().map(r -> r.record().topic()).toArray(String[]::new))
                .param("keys", rows.stream().map(r -> r.record().key()).toArray(String[]::new))
                .update();
    }

    private static Locked locked(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Locked(
                new EncodedRecord(
                        row.getObject("id", UUID.class),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getBytes("value"),
                        HeaderText.read(row.getString("headers"))),
                row.getLong("revision"));
    }
}
