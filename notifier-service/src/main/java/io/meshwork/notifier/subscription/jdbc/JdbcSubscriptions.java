package io.meshwork.notifier.subscription.jdbc;

import static java.util.stream.Collectors.toMap;

import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscriptions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSubscriptions implements Subscriptions {

    private final JdbcClient jdbc;

    JdbcSubscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The advisory lock stands for rows that do not exist yet. */
    @Override
    public Map<String, Stored> lock(Set<String> ids) {
        var sorted = ids.stream().sorted().toArray(String[]::new);
        jdbc.sql("""
                        select count(pg_advisory_xact_lock(hashtext('subscription'), hashtext(id)))
                        from (select id from unnest(?::text[]) as n (id) order by hashtext(id)) as sorted""").param(sorted).query(Long.class).single();
        return jdbc
                .sql("select * from subscription where id = any(?::text[]) order by id for update")
                .param(sorted)
                .query((row, _) -> SubscriptionRow.read(row))
                .list()
                .stream()
                .collect(toMap(stored -> stored.subscription().id(), stored -> stored, (a, _) -> a, HashMap::new));
    }

    @Override
    public Set<String> configured() {
        return new HashSet<>(jdbc.sql("select id from subscription where active and source = 'configuration'")
                .query(String.class)
                .list());
    }

    @Override
    public void save(Stored stored) {
        var subscription = stored.subscription();
        var filter = subscription.filter();
        var topic = subscription.topic();
        jdbc.sql("""
                        insert into subscription (id, subscriber, contact, products, domains, tags, event_types,
                            minimum_severity, channel, target, active, paused, until, changed_fields, schedule, filter, source,
                            revision, principal, changed_at, topic_hours, topic_reader)
                        values (:id, :subscriber, :contact, :products::text[], :domains::text[], :tags::text[],
                            :eventTypes::text[], :minimumSeverity, :channel, :target, :active, :paused, :until,
                            :changedFields::text[], :schedule, :filter,
                            :source, :revision, :principal, :changedAt, :topicHours, :topicReader)
                        on conflict (id) do update set subscriber = excluded.subscriber, contact = excluded.contact,
                            products = excluded.products, domains = excluded.domains, tags = excluded.tags,
                            event_types = excluded.event_types, minimum_severity = excluded.minimum_severity,
                            channel = excluded.channel, target = excluded.target, active = excluded.active,
                            paused = excluded.paused, until = excluded.until, changed_fields = excluded.changed_fields,
                            schedule = excluded.schedule, filter = excluded.filter,
                            source = excluded.source, revision = excluded.revision, principal = excluded.principal,
                            changed_at = excluded.changed_at, topic_hours = excluded.topic_hours,
                            topic_reader = excluded.topic_reader""")
                .param("id", subscription.id())
                .param("subscriber", subscription.subscriber())
                .param("contact", subscription.contact())
                .param("products", array(filter.products()))
                .param("domains", array(filter.domains()))
                .param("tags", array(filter.tags()))
                .param("eventTypes", array(filter.eventTypes()))
                .param("minimumSeverity", filter.minimumSeverity().word())
                .param("channel", subscription.channel().word())
                .param("target", subscription.target())
                .param("active", subscription.active())
                .param("paused", subscription.paused())
                .param("until", utc(subscription.until()))
                .param("changedFields", array(filter.changedFields()))
                .param("schedule", ScheduleColumn.write(subscription.schedule()))
                .param("filter", filter.expression())
                .param("source", stored.source().name().toLowerCase(Locale.ROOT))
                .param("revision", stored.revision())
                .param("principal", stored.principal())
                .param("changedAt", utc(stored.changedAt()))
                .param("topicHours", topic == null ? null : topic.retention().toHours())
                .param("topicReader", topic == null ? null : topic.reader())
                .update();
    }

    @Override
    public Set<String> byDefault(Set<String> productIds) {
        return new HashSet<>(jdbc.sql("""
                        select id from subscription
                        where active and source in ('contract', 'access') and products[1] = any(?::text[])""")
                .param(productIds.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    @Override
    public Optional<Stored> find(String id) {
        return all(List.of(id)).stream().findFirst();
    }

    @Override
    public List<Stored> all(List<String> ids) {
        return jdbc.sql("select * from subscription where id = any(?::text[]) order by id")
                // no text of PostgreSQL has a zero character in it, and no subscription such an id
                .param(ids.stream().filter(id -> id.indexOf('\0') < 0).toArray(String[]::new))
                .query((row, _) -> SubscriptionRow.read(row))
                .list();
    }

    @Override
    public List<Stored> page(@Nullable String subscriber, @Nullable String after, int limit) {
        return jdbc.sql("select * from subscription where id > :after"
                        + (subscriber == null ? "" : " and subscriber = :subscriber") + " order by id limit :limit")
                .param("after", after == null ? "" : after)
                .param("subscriber", subscriber)
                .param("limit", limit)
                .query((row, _) -> SubscriptionRow.read(row))
                .list();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static String[] array(Collection<String> values) {
        return values.stream().sorted().toArray(String[]::new);
    }
}
