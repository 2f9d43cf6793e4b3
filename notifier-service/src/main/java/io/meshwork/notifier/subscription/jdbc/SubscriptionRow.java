package io.meshwork.notifier.subscription.jdbc;

import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Filter;
import io.meshwork.notifier.subscription.OwnTopic;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscription;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Subscriptions from their table. */
public final class SubscriptionRow {

    private SubscriptionRow() {}

    public static Stored read(ResultSet row) throws SQLException {
        var until = row.getObject("until", OffsetDateTime.class);
        var subscription = new Subscription(
                row.getString("id"),
                row.getString("subscriber"),
                row.getString("contact"),
                new Filter(
                        Set.of(array(row, "products")),
                        Set.of(array(row, "domains")),
                        Set.of(array(row, "tags")),
                        Set.of(array(row, "event_types")),
                        Severity.of(row.getString("minimum_severity")).orElseThrow(),
                        Set.of(array(row, "changed_fields")),
                        row.getString("filter")),
                Channel.of(row.getString("channel")).orElseThrow(),
                row.getString("target"),
                row.getBoolean("active"),
                row.getBoolean("paused"),
                until == null ? null : until.toInstant(),
                ScheduleColumn.read(row),
                topic(row));
        return new Stored(
                subscription,
                Stored.Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
                row.getLong("revision"),
                row.getString("principal"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable OwnTopic topic(ResultSet row) throws SQLException {
        var hours = row.getObject("topic_hours", Integer.class);
        return hours == null ? null : new OwnTopic(Duration.ofHours(hours), row.getString("topic_reader"));
    }

    private static String[] array(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
