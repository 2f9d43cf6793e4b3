package io.meshwork.notifier.channel.topic.jdbc;

import io.meshwork.messaging.StorableText;
import io.meshwork.notifier.channel.topic.OwnTopics;
import io.meshwork.notifier.channel.topic.Rights;
import io.meshwork.notifier.channel.topic.TopicState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOwnTopics implements OwnTopics {

    private final JdbcClient jdbc;

    JdbcOwnTopics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<TopicState> find(String subscriptionId) {
        return jdbc.sql("select * from own_topic where subscription_id = ?")
                .param(subscriptionId)
                .query((row, _) -> state(row))
                .optional();
    }

    @Override
    public int others(String subscriber, String subscriptionId) {
        return jdbc.sql("select count(*) from own_topic where subscriber = ? and subscription_id <> ? and made")
                .params(subscriber, subscriptionId)
                .query(Integer.class)
                .single();
    }

    @Override
    public void save(TopicState state) {
        var deleteAt = state.deleteAt();
        jdbc.sql("""
                        insert into own_topic (subscription_id, subscriber, retention_hours, made, rights, trouble, delete_at)
                        values (:id, :subscriber, :hours, :made, :rights, :trouble, :deleteAt)
                        on conflict (subscription_id) do update set subscriber = excluded.subscriber,
                            retention_hours = excluded.retention_hours, made = excluded.made, rights = excluded.rights,
                            trouble = excluded.trouble, delete_at = excluded.delete_at""")
                .param("id", state.subscriptionId())
                .param("subscriber", state.subscriber())
                .param("hours", state.retention().toHours())
                .param("made", state.made())
                .param("rights", state.rights() == null ? null : state.rights().word())
                .param("trouble", state.trouble() == null ? null : StorableText.of(state.trouble()))
                .param("deleteAt", deleteAt == null ? null : deleteAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void written(String subscriptionId, @Nullable String unwritten) {
        jdbc.sql("update own_topic set unwritten = :unwritten where subscription_id = :id")
                .param("unwritten", unwritten == null ? null : StorableText.of(unwritten))
                .param("id", subscriptionId)
                .update();
    }

    @Override
    public void remove(String subscriptionId) {
        jdbc.sql("delete from own_topic where subscription_id = ?")
                .param(subscriptionId)
                .update();
    }

    private static TopicState state(ResultSet row) throws SQLException {
        var rights = row.getString("rights");
        var deleteAt = row.getObject("delete_at", OffsetDateTime.class);
        return new TopicState(
                row.getString("subscription_id"),
                row.getString("subscriber"),
                Duration.ofHours(row.getInt("retention_hours")),
                row.getBoolean("made"),
                rights == null ? null : Rights.of(rights).orElseThrow(),
                row.getString("trouble"),
                row.getString("unwritten"),
                deleteAt == null ? null : deleteAt.toInstant());
    }
}
