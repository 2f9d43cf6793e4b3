package io.meshwork.messaging.jdbc;

import io.meshwork.messaging.kafka.EncodedRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outcomes, stored in the transaction that decided them, until the broker has them. */
public final class Outbox {

    private static final int TRIM_AT_ONCE = 1000;

    private final JdbcClient jdbc;

    public Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return id of the stored batch, to be {@link #published marked} after publication */
    public long store(List<EncodedRecord> records) {
        return jdbc.sql("""
                        insert into outbox_batch (ids, topics, keys, payloads, headers)
                        values (:ids, :topics, :keys, :payloads, :headers) returning id
                        """)
                .param("ids", records.stream().map(EncodedRecord::id).toArray(UUID[]::new))
                .param("topics", records.stream().map(EncodedRecord::topic).toArray(String[]::new))
                .param("keys", records.stream().map(EncodedRecord::key).toArray(String[]::new))
                .param("payloads", records.stream().map(EncodedRecord::value).toArray(byte[][]::new))
                .param(
                        "headers",
                        records.stream().map(r -> HeaderText.write(r.headers())).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    public void published(long batch) {
        jdbc.sql("update outbox_batch set published_at = now() where id = :id")
                .param("id", batch)
                .update();
    }

    /** The oldest batch after the given one that has waited for publication for at least this long. */
    public Optional<Long> oldestUnpublished(Duration age, long after) {
        return jdbc.sql("""
                        select id from outbox_batch
                        where published_at is null and created_at < now() - make_interval(secs => :age) and id > :after
                        order by id limit 1
                        """)
                .param("age", age.toMillis() / 1000.0)
                .param("after", after)
                .query(Long.class)
                .optional();
    }

    /** Locks the batch for this transaction; false when it is published, or someone else is about to. */
    public boolean lock(long batch) {
        return jdbc.sql("select id from outbox_batch where id = :id and published_at is null for update skip locked")
                .param("id", batch)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    public List<EncodedRecord> records(long batch) {
        return jdbc.sql("""
                        select o.* from outbox_batch b,
                               unnest(b.ids, b.topics, b.keys, b.payloads, b.headers)
                                   with ordinality as o (id, topic, key, value, headers, ordinal)
                         where b.id = :id order by o.ordinal
                        """)
                .param("id", batch)
                .query((row, n) -> new EncodedRecord(
                        row.getObject("id", UUID.class),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getBytes("value"),
                        HeaderText.read(row.getString("headers"))))
                .list();
    }

    /**
     * Drops batches that were stored longer ago than this and are published, a bounded number at a time.
     *
     * @return whether there may be more of them
     */
    public boolean trim(Duration age) {
        return jdbc.sql("""
                                delete from outbox_batch where id in (
                                    select id from outbox_batch
                                    where created_at < now() - make_interval(secs => :age) and published_at is not null
                                    order by created_at limit :limit for update skip locked)
                                """)
                        .param("age", age.toMillis() / 1000.0)
                        .param("limit", TRIM_AT_ONCE)
                        .update()
                == TRIM_AT_ONCE;
    }
}
