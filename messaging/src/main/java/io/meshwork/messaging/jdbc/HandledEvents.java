package io.meshwork.messaging.jdbc;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which events were decided. */
public final class HandledEvents {

    private static final int TRIM_AT_ONCE = 10_000;

    private final JdbcClient jdbc;

    public HandledEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims identities inside the open transaction; a concurrent claim of the same identity waits for it.
     *
     * @param hashes identity → payload hash
     * @return the payload hashes of those that were claimed before
     */
    public Map<UUID, Long> claim(Map<UUID, Long> hashes) {
        UUID[] ids = hashes.keySet().stream().sorted().toArray(UUID[]::new);
        Long[] values = new Long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            values[i] = hashes.get(ids[i]);
        }
        int claimed = jdbc.sql("""
                        insert into handled_event (event_id, payload_hash)
                        select * from unnest(:ids::uuid[], :hashes::bigint[])
                        on conflict do nothing
                        """).param("ids", ids).param("hashes", values).update();
        return claimed == ids.length ? Map.of() : claimedBefore(ids);
    }

    /** Rows that this transaction inserted carry its own transaction id. */
    private Map<UUID, Long> claimedBefore(UUID[] ids) {
        Map<UUID, Long> before = new HashMap<>();
        jdbc.sql("""
                        select event_id, payload_hash from handled_event
                        where event_id = any(:ids::uuid[]) and xmin <> pg_current_xact_id()::xid
                        """).param("ids", ids).query(row -> {
            before.put(row.getObject(1, UUID.class), row.getLong(2));
        });
        return before;
    }

    /** Forgets a claim inside the transaction that made it, for an event that is parked or refused. */
    public void forget(Collection<UUID> ids) {
        jdbc.sql("delete from handled_event where event_id = any(:ids::uuid[])")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /**
     * Forgets what was decided longer ago than this, a bounded number at a time.
     *
     * @return whether there may be more of them
     */
    public boolean trim(Duration age) {
        return jdbc.sql("""
                                delete from handled_event where event_id in (
                                    select event_id from handled_event
                                    where handled_at < now() - make_interval(secs => :age)
                                    order by handled_at limit :limit for update skip locked)
                                """)
                        .param("age", age.toMillis() / 1000.0)
                        .param("limit", TRIM_AT_ONCE)
                        .update()
                == TRIM_AT_ONCE;
    }
}
