package io.meshwork.notifier.channel.slack;

import io.meshwork.messaging.MeshClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When a channel may get its next message; kept in the database, since replicas take turns, with the time of that decision: one of
 * the future was taken before the clock was put back.
 */
final class SlackPace {

    private final JdbcClient jdbc;

    SlackPace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> notBefore(String target, Instant now) {
        return jdbc.sql("select not_before from slack_channel where target = ? and held_at <= ?")
                .params(target, utc(MeshClock.latestNote(now)))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void holdUntil(String target, Instant time, Instant now) {
        jdbc.sql("""
                        insert into slack_channel (target, not_before, held_at) values (?, ?, ?)
                        on conflict (target) do update
                            set not_before = excluded.not_before, held_at = excluded.held_at""").params(target, utc(time), utc(now)).update();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
