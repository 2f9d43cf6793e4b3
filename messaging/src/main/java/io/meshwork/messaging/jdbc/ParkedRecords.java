package io.meshwork.messaging.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records set aside until what they need is known; they run again through the same listener. */
public final class ParkedRecords {

    /** A record to be set aside. */
    public record Request(UUID id, String waitingFor, ConsumerRecord<byte[], byte[]> record) {}

    /** A record set aside, for whoever runs it again. */
    public record Waiting(ConsumerRecord<byte[], byte[]> record, String waitingFor, Instant since) {}

    /** Records that nobody else runs for the next 20 s; those that are parked again leave the lease. */
    public record Lease(UUID token, List<Waiting> waiting) {}

    private final JdbcClient jdbc;

    public ParkedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Sets records aside, those that were released and still cannot run for longer each time, up to five minutes.
     *
     * @param listener short name of the listener's topic
     * @return those that were not, because another record with the same identity is
     */
    public Set<UUID> park(String listener, List<Request> requests) {
        Set<UUID> conflicting = new HashSet<>();
        requests.forEach(request -> conflicting.add(request.id()));
        conflicting.removeAll(jdbc.sql("""
                        insert into parked_event
                            (event_id, listener, waiting_for, topic, partition, "offset", "timestamp", key, value, headers)
                        select id, :listener, waiting_for, topic, partition, "offset", "timestamp", key, value, headers
                        from unnest(:ids::uuid[], :waiting::text[], :topics::text[], :partitions::int[], :offsets::bigint[],
                                    :timestamps::bigint[], :keys::bytea[], :values::bytea[], :headers::text[])
                            as r(id, waiting_for, topic, partition, "offset", "timestamp", key, value, headers)
                        on conflict (event_id) do update set
                            waiting_for = excluded.waiting_for, lease = null, tries = parked_event.tries + 1,
                            retry_at = now() + interval '5 seconds' * power(2, least(parked_event.tries, 6))
                            where parked_event.value is not distinct from excluded.value
                        returning event_id
                        """)
                .param("listener", listener)
                .param("ids", column(requests, Request::id, UUID[]::new))
                .param("waiting", column(requests, Request::waitingFor, String[]::new))
                .param("topics", column(requests, r -> r.record().topic(), String[]::new))
                .param("partitions", column(requests, r -> r.record().partition(), Integer[]::new))
                .param("offsets", column(requests, r -> r.record().offset(), Long[]::new))
                .param("timestamps", column(requests, r -> r.record().timestamp(), Long[]::new))
                .param("keys", column(requests, r -> r.record().key(), byte[][]::new))
                .param("values", column(requests, r -> r.record().value(), byte[][]::new))
                .param(
                        "headers",
                        column(requests, r -> HeaderText.writeRaw(r.record().headers()), String[]::new))
                .query(UUID.class)
                .list());
        return conflicting;
    }

    private static <V> V[] column(
            List<Request> rows, Function<Request, ? extends @Nullable V> value, IntFunction<V[]> array) {
        return rows.stream()
                .sorted(Comparator.comparing(Request::id))
                .map(value)
                .toArray(array);
    }

    /** @return whether any record waited for one of these */
    public boolean release(Collection<String> waitedFor) {
        return jdbc.sql("update parked_event set ready = true where waiting_for = any(:names) and not ready")
                        .param("names", waitedFor.toArray(String[]::new))
                        .update()
                > 0;
    }

    /**
     * Releases what has waited long enough to be looked at again: a record may have been parked in the very moment in which the
     * transaction it waited for was committed, and whoever ran it may have died.
     */
    public void releaseOverdue() {
        jdbc.sql("update parked_event set ready = true where not ready and retry_at < now()")
                .update();
    }

    /** Leases released records of a listener, in the order they were parked. */
    public Lease lease(String listener, int limit) {
        UUID token = UUID.randomUUID();
        List<Waiting> waiting = jdbc.sql("""
                        with released as materialized (
                            select event_id from parked_event where listener = :listener and ready
                            order by parked_at, "offset" limit :limit for update skip locked)
                        update parked_event set ready = false, lease = :token, retry_at = now() + interval '20 seconds'
                        where event_id in (select event_id from released)
                        returning topic, partition, "offset", "timestamp", key, value, headers, waiting_for, parked_at
                        """)
                .param("listener", listener)
                .param("limit", limit)
                .param("token", token)
                .query(ParkedRecords::waiting)
                .list();
        return new Lease(
                token,
                waiting.stream()
                        .sorted(Comparator.comparing(Waiting::since)
                                .thenComparingLong(w -> w.record().offset()))
                        .toList());
    }

    private static Waiting waiting(ResultSet row, int n) throws SQLException {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("offset"),
                row.getLong("timestamp"),
                TimestampType.CREATE_TIME,
                -1,
                -1,
                row.getBytes("key"),
                row.getBytes("value"),
                HeaderText.readRaw(row.getString("headers")),
                Optional.empty());
        return new Waiting(
                record,
                row.getString("waiting_for"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant());
    }

    /** Removes what was leased and is done with; what was parked again meanwhile stays. */
    public void remove(Lease lease) {
        jdbc.sql("delete from parked_event where lease = :token")
                .param("token", lease.token())
                .update();
    }
}
