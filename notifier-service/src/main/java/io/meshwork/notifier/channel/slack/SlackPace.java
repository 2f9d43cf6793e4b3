package io.meshwork.notifier.channel.slack;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When a channel may get its next message; kept in the database, since replicas take turns. */
final class SlackPace {

    private final JdbcClient jdbc;

    SlackPace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> notBefore(String target) {
        return jdbc.sql("select not_before from slack_channel where target = ?")
                .param(target)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void holdUntil(String target, Instant time) {
        jdbc.sql("""
                        insert into slack_channel (target, not_before) values (?, ?)
                        on conflict (target) do update set not_before = excluded.not_before""").params(target, time.atOffset(ZoneOffset.UTC)).update();
    }
}
