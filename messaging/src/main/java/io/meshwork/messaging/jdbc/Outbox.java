package io.meshwork.messaging.jdbc;

import io.meshwork.messaging.kafka.EncodedRecord;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outcomes, stored in the transaction that decided them, until the broker has them. */
public final class Outbox {

    private final JdbcClient jdbc;

    public Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return id of the stored batch, to be {@link #published marked} after publication */
    public long store(List<EncodedRecord> records) {
        return jdbc.sql("""
                        with batch as (insert into outbox_batch default values returning id),
                        stored as (
                            insert into outcome (batch_id, ordinal, id, topic, key, value, headers)
                            select batch.id, o.ordinal, o.id, o.topic, o.key, o.value, o.headers
                            from batch, unnest(:ids::uuid[], :topics::text[], :keys::text[], :values::bytea[], :headers::text[])
                                with ordinality as o(id, topic, key, value, headers, ordinal)
                        )
                        select id from batch
                        """)
                .param("ids", records.stream().map(EncodedRecord::id).toArray(UUID[]::new))
                .param("topics", records.stream().map(EncodedRecord::topic).toArray(String[]::new))
                .param("keys", records.stream().map(EncodedRecord::key).toArray(String[]::new))
                .param("values", records.stream().map(EncodedRecord::value).toArray(byte[][]::new))
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

    /** Locks the oldest unpublished batch of at least this age for this transaction; empty when there is none or others hold them. */
    public List<Long> lockUnpublished(Duration age) {
        return jdbc.sql("""
                        select id from outbox_batch
                        where published_at is null and created_at < now() - make_interval(secs => :age)
                        order by id limit 1
                        for update skip locked
                        """)
                .param("age", age.toMillis() / 1000.0)
                .query(Long.class)
                .list();
    }

    public List<EncodedRecord> records(long batch) {
        return jdbc.sql("select id, topic, key, value, headers from outcome where batch_id = :id order by ordinal")
                .param("id", batch)
                .query((row, n) -> new EncodedRecord(
                        row.getObject("id", UUID.class),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getBytes("value"),
                        HeaderText.read(row.getString("headers"))))
                .list();
    }

    /** Drops what was published or handled longer ago than this, a bounded number of rows at a time; returns how many went. */
    public int trim(Duration age) {
        double seconds = age.toMillis() / 1000.0;
        int batches = jdbc.sql("""
                        delete from outbox_batch where id in (
                            select id from outbox_batch
                            where published_at < now() - make_interval(secs => :age) order by id limit 1000)
                        """).param("age", seconds).update();
        return batches + jdbc.sql("""
                                delete from handled_event where event_id in (
                                    select event_id from handled_event
                                    where handled_at < now() - make_interval(secs => :age) limit 10000)
                                """).param("age", seconds).update();
    }
}
