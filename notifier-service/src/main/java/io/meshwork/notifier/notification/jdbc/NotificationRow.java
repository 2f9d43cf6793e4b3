package io.meshwork.notifier.notification.jdbc;

import io.meshwork.contract.model.Owner;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.StorableText;
import io.meshwork.notifier.jdbc.Columns;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.notification.DeliveryState;
import io.meshwork.notifier.notification.Entry;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.subscription.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Notifications to and from their table. */
final class NotificationRow {

    /** In the order of the insert statement. */
    private static final List<Function<Notification, @Nullable Object>> COLUMNS = List.of(
            row -> row.origin().eventId(),
            Notification::subscriptionId,
            Notification::id,
            row -> row.channel().word(),
            Notification::target,
            row -> row.about().productId(),
            row -> row.about().version(),
            row -> row.about().title(),
            row -> row.about().owner().team(),
            row -> row.about().owner().contact(),
            row -> row.news().kind().word(),
            row -> row.news().severity().word(),
            row -> row.news().headline(),
            row -> String.join("\n", row.news().details()),
            row -> row.news().advice(),
            row -> row.delivery().state().word(),
            row -> row.delivery().reason(),
            Notification::attempts,
            row -> row.origin().time(),
            row -> row.origin().cause().correlationId(),
            row -> row.origin().cause().traceparent(),
            Notification::notBefore);

    private NotificationRow() {}

    /** Parameters of the insert: the time twice, then one array for each column. */
    static Object[] columns(List<Notification> notifications, OffsetDateTime now) {
        var rows = notifications.toArray(Notification[]::new);
        var parameters = new Object[2 + COLUMNS.size()];
        parameters[0] = now;
        parameters[1] = now;
        for (int i = 0; i < COLUMNS.size(); i++) {
            var column = COLUMNS.get(i);
            parameters[2 + i] = Columns.of(rows, row -> text(column.apply(row)));
        }
        return parameters;
    }

    static Entry read(ResultSet row) throws SQLException {
        var eventId = row.getObject("event_id", UUID.class);
        var cause = new Cause(eventId, row.getString("correlation_id"), row.getString("traceparent"));
        var notBefore = row.getObject("not_before", OffsetDateTime.class);
        var notification = new Notification(
                row.getObject("id", UUID.class),
                new Origin(eventId, instant(row, "occurred_at"), cause),
                about(row),
                news(row),
                row.getString("subscription_id"),
                known(Channel.of(row.getString("channel")), row, "channel"),
                row.getString("target"),
                new Notification.Delivery(
                        known(DeliveryState.of(row.getString("state")), row, "state"), row.getString("reason")),
                row.getInt("attempts"),
                notBefore == null ? null : notBefore.toInstant());
        var settled = row.getObject("settled_at", OffsetDateTime.class);
        return new Entry(
                row.getLong("seq"),
                notification,
                instant(row, "recorded_at"),
                settled == null ? null : settled.toInstant());
    }

    private static About about(ResultSet row) throws SQLException {
        return new About(
                row.getString("product_id"),
                row.getString("version"),
                row.getString("title"),
                new Owner(row.getString("owner_team"), row.getString("owner_contact")),
                List.of());
    }

    private static News news(ResultSet row) throws SQLException {
        return new News(
                known(Kind.of(row.getString("kind")), row, "kind"),
                known(Severity.of(row.getString("severity")), row, "severity"),
                row.getString("headline"),
                row.getString("details").lines().toList(),
                row.getString("advice"));
    }

    private static <T> T known(Optional<T> value, ResultSet row, String column) throws SQLException {
        var word = row.getString(column);
        return value.orElseThrow(() -> new IllegalStateException("notification." + column + " holds the unknown word '"
                + word + "'; a newer version of the notifier wrote it"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** PostgreSQL stores every character but NUL, which headers of other clients may hold. */
    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : StorableText.of(value.toString());
    }
}
