package io.meshwork.notifier.notification.jdbc;

import io.meshwork.messaging.MeshClock;
import io.meshwork.messaging.StorableText;
import io.meshwork.notifier.jdbc.Columns;
import io.meshwork.notifier.news.jdbc.NewsColumns;
import io.meshwork.notifier.notification.Entry;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.notification.Query;
import io.meshwork.notifier.subscription.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNotifications implements Notifications {

    private static final String ANEW = "state = 'waiting', reason = null, tried_before = attempts, settled_at = null ";

    /**
     * By their key. A plain condition on the state would let PostgreSQL, which plans while few wait, go through all that wait for
     * each of them.
     */
    private static final String WAITING_ONES =
            "n.event_id = k.event_id and n.subscription_id = k.subscription_id and case n.state when 'waiting' then true end";

    private final JdbcClient jdbc;

    JdbcNotifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> record(List<Notification> notifications, Instant now) {
        if (notifications.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                        insert into notification (event_id, subscription_id, id, channel, target, product_id, version, title,
                            owner_team, owner_contact, kind, severity, headline, details, advice, state, reason, attempts,
                            occurred_at, correlation_id, traceparent, not_before, incident, recorded_at, settled_at)
                        select n.*, ?, case when n.state <> 'waiting' then ? end
                        from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::int[], ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[])
                            as n (event_id, subscription_id, id, channel, target, product_id, version, title,
                                owner_team, owner_contact, kind, severity, headline, details, advice, state, reason, attempts,
                                occurred_at, correlation_id, traceparent, not_before, incident)
                        on conflict (event_id, subscription_id) do nothing
                        returning id""")
                .params(NotificationRow.columns(notifications, utc(now)))
                .query(UUID.class)
                .list());
    }

    /** What waits for how an incident goes on waits no longer because the clock was put back meanwhile; who tells it looks again. */
    @Override
    public List<Notification> waiting(Channel channel, String target, Instant now, int limit) {
        return jdbc.sql("""
                        select * from notification
                        where channel = ? and target = ? and state = 'waiting' and (not_before is null or not_before <= ?
                            or incident is not null and recorded_at > ?)
                        order by seq limit ?""")
                .params(channel.word(), target, utc(now), utc(MeshClock.latestNote(now)), limit)
                .query((row, _) -> NotificationRow.read(row).notification())
                .list();
    }

    @Override
    public Optional<Notification> next(Channel channel, String target) {
        return jdbc.sql("""
                        select * from notification where channel = ? and target = ? and state = 'waiting'
                        order by not_before nulls first limit 1""")
                .params(channel.word(), target)
                .query((row, _) -> NotificationRow.read(row).notification())
                .optional();
    }

    @Override
    public List<Notification> waiting(Channel channel, String target, Collection<Long> incidents) {
        return jdbc.sql("""
                        select * from notification
                        where incident = any (?) and channel = ? and target = ? and state = 'waiting' order by seq""")
                .params(incidents.toArray(Long[]::new), channel.word(), target)
                .query((row, _) -> NotificationRow.read(row).notification())
                .list();
    }

    @Override
    public void hold(List<Notification> waiting, Instant until, String why) {
        var rows = waiting.toArray(Notification[]::new);
        jdbc.sql("""
                        update notification n set not_before = ?, reason = ?
                        from unnest(?::uuid[], ?::text[], ?::timestamptz[]) as k (event_id, subscription_id, not_before)
                        where %s and n.not_before is not distinct from k.not_before""".formatted(WAITING_ONES))
                .params(
                        utc(until),
                        StorableText.of(why),
                        events(rows),
                        subscriptions(rows),
                        Columns.of(
                                rows,
                                row -> row.notBefore() == null
                                        ? null
                                        : row.notBefore().toString()))
                .update();
    }

    /** Those that are due may be read by a channel that is about to put them off; their moment tells that they were released. */
    @Override
    public Set<Address> release(Instant now) {
        return new HashSet<>(jdbc.sql("""
                        with released as (
                            update notification set not_before = :now, reason = null
                            where incident is not null and state = 'waiting'
                                and (reason is not null or not_before is null or not_before <= :now)
                            returning channel, target)
                        select distinct channel, target from released""")
                .param("now", utc(now))
                .query((row, _) -> address(row))
                .list());
    }

    @Override
    public void settle(List<Notification> waiting, Notification.Delivery delivery, Instant now) {
        var rows = waiting.toArray(Notification[]::new);
        jdbc.sql("""
                        update notification n
                        set state = :state, reason = :reason, attempts = n.attempts + 1, settled_at = :now
                        from unnest(:events::uuid[], :subscriptions::text[]) as k (event_id, subscription_id)
                        where %s""".formatted(WAITING_ONES))
                .param("state", delivery.state().word())
                .param("reason", delivery.reason())
                .param("now", utc(now))
                .param("events", events(rows))
                .param("subscriptions", subscriptions(rows))
                .update();
    }

    @Override
    public int revive(Channel channel, String target, Instant settledFrom) {
        return jdbc.sql("update notification set " + ANEW + """
                        where channel = ? and target = ? and state <> 'sent' and state in ('failed', 'suppressed')
                            and settled_at >= ?""")
                .params(channel.word(), target, utc(settledFrom))
                .update();
    }

    /** Whoever comes at the same time waits for the rows, and then finds that they have not failed any more. */
    @Override
    public List<Address> revive(Failed which, int limit) {
        return jdbc.sql("with failed as (select event_id, subscription_id from notification where "
                        + FailedConditions.text(which)
                        + " order by seq limit :limit for update) update notification n set " + ANEW + """
                        from failed f where n.event_id = f.event_id and n.subscription_id = f.subscription_id
                        returning n.channel, n.target""")
                .params(FailedConditions.parameters(which))
                .param("limit", limit)
                .query((row, _) -> address(row))
                .list();
    }

    @Override
    public int count(Failed which) {
        return jdbc.sql("select count(*) from notification where " + FailedConditions.text(which))
                .params(FailedConditions.parameters(which))
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<Entry> find(UUID id) {
        return jdbc.sql("select * from notification where id = ?")
                .param(id)
                .query((row, _) -> NotificationRow.read(row))
                .optional();
    }

    @Override
    public void attempted(List<Notification> tried) {
        var rows = tried.toArray(Notification[]::new);
        jdbc.sql("""
                        update notification n set attempts = n.attempts + 1
                        from unnest(?::uuid[], ?::text[]) as k (event_id, subscription_id)
                        where %s""".formatted(WAITING_ONES))
                .params(events(rows), subscriptions(rows))
                .update();
    }

    @Override
    public List<Entry> ofIncident(long incident, int limit) {
        return jdbc.sql("select * from notification where incident = ? order by seq desc limit ?")
                .params(incident, limit)
                .query((row, _) -> NotificationRow.read(row))
                .list();
    }

    @Override
    public List<Entry> page(Query query) {
        var conditions = new Conditions(query.wanted());
        return jdbc.sql("select * from notification where seq < :before" + conditions.text()
                        + " order by seq desc limit :limit")
                .params(conditions.parameters())
                .param("before", query.before())
                .param("limit", query.limit())
                .query((row, _) -> NotificationRow.read(row))
                .list();
    }

    private static Address address(ResultSet row) throws SQLException {
        return new Address(
                NewsColumns.known(Channel.of(row.getString("channel")), row, "channel"), row.getString("target"));
    }

    private static String[] events(Notification[] rows) {
        return Columns.of(rows, row -> row.origin().eventId().toString());
    }

    private static String[] subscriptions(Notification[] rows) {
        return Columns.of(rows, Notification::subscriptionId);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
