package io.meshwork.messaging.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records set aside until what they need is known; they run again through the same listener. */
public final class ParkedRecords {

    private final JdbcClient jdbc;

    public ParkedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param listener short name of the listener's topic */
    public void park(UUID id, String listener, String waitingFor, ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        jdbc.sql("""
                        insert into parked_event
                            (event_id, listener, waiting_for, topic, partition, "offset", "timestamp", key, value, headers)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (event_id) do update set waiting_for = excluded.waiting_for, ready = false,
                            tries = parked_event.tries + 1,
                            retry_at = now() + interval '5 seconds' * power(2, least(parked_event.tries, 10))
                        """)
                .params(id, listener, waitingFor, record.topic(), record.partition(), record.offset())
                .params(record.timestamp(), record.key(), record.value(), HeaderText.write(headers))
                .update();
    }

    /** @return whether any record waited for one of these */
    public boolean release(Collection<String> waitedFor) {
        return jdbc.sql("update parked_event set ready = true where waiting_for = any(:names) and not ready")
                        .param("names", waitedFor.toArray(String[]::new))
                        .update()
                > 0;
    }

    /**
     * Releases what has waited long enough to be looked at again, with growing gaps: a record may have been parked in the very
     * moment in which the transaction it waited for was committed.
     */
    public void releaseOverdue() {
        jdbc.sql("update parked_event set ready = true where not ready and retry_at < now()")
                .update();
    }

    /** Released records of a listener, in the order they were parked. */
    public List<ConsumerRecord<byte[], byte[]>> ready(String listener, int limit) {
        return jdbc.sql("""
                        select topic, partition, "offset", "timestamp", key, value, headers from parked_event
                        where listener = :listener and ready order by parked_at, "offset" limit :limit
                        """)
                .param("listener", listener)
                .param("limit", limit)
                .query((row, n) -> {
                    var headers = new RecordHeaders();
                    HeaderText.read(row.getString("headers"))
                            .forEach((k, v) -> headers.add(k, v.getBytes(StandardCharsets.UTF_8)));
                    return new ConsumerRecord<>(
                            row.getString("topic"),
                            row.getInt("partition"),
                            row.getLong("offset"),
                            row.getLong("timestamp"),
                            TimestampType.CREATE_TIME,
                            -1,
                            -1,
                            row.getBytes("key"),
                            row.getBytes("value"),
                            headers,
                            Optional.empty());
                })
                .list();
    }

    /** Removes records that were handled; those that were parked again meanwhile are not ready and stay. */
    public void remove(List<ConsumerRecord<byte[], byte[]>> records) {
        jdbc.sql("""
                        delete from parked_event where ready and (topic, partition, "offset") in
                            (select * from unnest(:topics::text[], :partitions::int[], :offsets::bigint[]))
                        """)
                .param("topics", records.stream().map(ConsumerRecord::topic).toArray(String[]::new))
                .param(
                        "partitions",
                        records.stream().map(ConsumerRecord::partition).toArray(Integer[]::new))
                .param("offsets", records.stream().map(ConsumerRecord::offset).toArray(Long[]::new))
                .update();
    }
}
