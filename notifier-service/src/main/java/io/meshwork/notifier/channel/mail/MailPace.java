package io.meshwork.notifier.channel.mail;

import io.meshwork.messaging.MeshClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When an address may get its next mail, and since when the server defers it; kept in the database, since replicas take turns. */
final class MailPace {

    private final JdbcClient jdbc;

    MailPace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A decision of the future was taken before the clock was put back. */
    Optional<Instant> notBefore(String address, Instant now) {
        return jdbc.sql("select not_before from mail_recipient where address = ? and held_at <= ?")
                .params(address, utc(MeshClock.latestNote(now)))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void holdUntil(String address, Instant time, Instant now) {
        jdbc.sql("""
                        insert into mail_recipient (address, not_before, held_at) values (?, ?, ?)
                        on conflict (address) do update
                            set not_before = excluded.not_before, held_at = excluded.held_at""").params(address, utc(time), utc(now)).update();
    }

    /** @return since when the server defers mail to it, without taking any */
    Instant deferred(String address, Instant now) {
        return jdbc.sql("""
                        insert into mail_recipient (address, not_before, held_at, deferred_since)
                            values (:address, :now, :now, :now)
                        on conflict (address) do update
                            set deferred_since = coalesce(mail_recipient.deferred_since, excluded.deferred_since)
                        returning deferred_since""")
                .param("address", address)
                .param("now", utc(now))
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** The server has said yes or no. */
    void answered(String address, Instant nextTurn, Instant now) {
        jdbc.sql("""
                        insert into mail_recipient (address, not_before, held_at) values (?, ?, ?)
                        on conflict (address) do update set not_before = excluded.not_before, held_at = excluded.held_at,
                            deferred_since = null""").params(address, utc(nextTurn), utc(now)).update();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
