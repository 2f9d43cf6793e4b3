package io.meshwork.notifier.notification.jdbc;

import static io.meshwork.notifier.news.jdbc.NewsColumns.instant;
import static io.meshwork.notifier.news.jdbc.NewsColumns.instantOrNull;
import static io.meshwork.notifier.news.jdbc.NewsColumns.known;

import io.meshwork.contract.model.Owner;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.StorableText;
import io.meshwork.notifier.jdbc.Columns;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.news.jdbc.NewsColumns;
import io.meshwork.notifier.notification.DeliveryState;
import io.meshwork.notifier.notification.Entry;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.subscription.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
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
            Notification::notBefore,
            Notification::incident);

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
        var notification = new Notification(
                row.getObject("id", UUID.class),
                new Origin(eventId, instant(row, "occurred_at"), cause),
                about(row),
                NewsColumns.news(row),
                row.getString("subscription_id"),
                known(Channel.of(row.getString("channel")), row, "channel"),
                row.getString("target"),
                new Notification.Delivery(
                        known(DeliveryState.of(row.getString("state")), row, "state"), row.getString("reason")),
                row.getInt("attempts"),
                row.getInt("tried_before"),
                instantOrNull(row, "not_before"),
                row.getObject("incident", Long.class));
        return new Entry(
                row.getLong("seq"), notification, instant(row, "recorded_at"), instantOrNull(row, "settled_at"));
    }

    private static About about(ResultSet row) throws SQLException {
        var productId = row.getString("product_id");
        var owner = new Owner(row.getString("owner_team"), row.getString("owner_contact"));
        return productId == null
                ? new About(null, null, null, null, owner, List.of())
                : About.ofProduct(productId, row.getString("version"), row.getString("title"), owner, List.of());
    }

    /** PostgreSQL stores every character but NUL, which headers of other clients may hold. */
    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : StorableText.of(value.toString());
    }
}
