package io.meshwork.notifier.feed.log.jdbc;

import io.meshwork.messaging.StorableText;
import io.meshwork.notifier.feed.log.Entry;
import io.meshwork.notifier.feed.log.Update;
import io.meshwork.notifier.jdbc.Columns;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Updates to and from their table. */
final class UpdateRow {

    /** In the order of the insert statement. */
    private static final List<Function<Update, @Nullable Object>> COLUMNS = List.of(
            Update::id,
            Update::eventId,
            Update::productId,
            Update::domain,
            Update::version,
            row -> row.news().kind().word(),
            row -> row.news().severity().word(),
            row -> row.news().headline(),
            row -> String.join("\n", row.news().details()),
            row -> row.news().advice(),
            row -> String.join("\n", row.changedFields()),
            row -> String.join("\n", row.subscriptions()),
            Update::occurredAt);

    private UpdateRow() {}

    /** Parameters of the insert, one array for each column. */
    static Object[] columns(List<Update> updates) {
        var rows = updates.toArray(Update[]::new);
        return COLUMNS.stream()
                .map(column -> Columns.of(rows, row -> text(column.apply(row))))
                .toArray();
    }

    static Entry read(ResultSet row) throws SQLException {
        var news = new News(
                known(Kind.of(row.getString("kind")), row, "kind"),
                known(Severity.of(row.getString("severity")), row, "severity"),
                row.getString("headline"),
                row.getString("details").lines().toList(),
                row.getString("advice"));
        var update = new Update(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("product_id"),
                row.getString("version"),
                news,
                row.getString("changed_fields").lines().toList(),
                Arrays.asList((String[]) row.getArray("subscriptions").getArray()),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
        return new Entry(
                row.getLong("position"),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                update);
    }

    private static <T> T known(Optional<T> value, ResultSet row, String column) throws SQLException {
        var word = row.getString(column);
        return value.orElseThrow(() -> new IllegalStateException("product_update." + column
                + " holds the unknown word '" + word + "'; a newer version of the notifier wrote it"));
    }

    /** PostgreSQL stores every character but NUL, which records of other clients may hold. */
    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : StorableText.of(value.toString());
    }
}
