package io.meshwork.notifier.news.jdbc;

import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What tables that keep news have in common. */
public final class NewsColumns {

    private NewsColumns() {}

    public static News news(ResultSet row) throws SQLException {
        return new News(
                known(Kind.of(row.getString("kind")), row, "kind"),
                known(Severity.of(row.getString("severity")), row, "severity"),
                row.getString("headline"),
                row.getString("details").lines().toList(),
                row.getString("advice"));
    }

    /** @throws IllegalStateException when the word has no meaning here */
    public static <T> T known(Optional<T> value, ResultSet row, String column) throws SQLException {
        var word = row.getString(column);
        return value.orElseThrow(() -> new IllegalStateException("the column " + column + " holds the unknown word '"
                + word + "'; a newer version of the notifier wrote it"));
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
