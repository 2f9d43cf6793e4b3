package io.meshwork.notifier.silence.jdbc;

import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.news.jdbc.NewsColumns;
import io.meshwork.notifier.schedule.Window;
import io.meshwork.notifier.silence.Silence;
import io.meshwork.notifier.silence.Stored;
import io.meshwork.notifier.silence.WeeklyForm;
import io.meshwork.notifier.subscription.Filter;
import io.meshwork.notifier.subscription.SubscriptionFault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Silences from their table. */
final class SilenceRow {

    private static final JsonMapper JSON = new JsonMapper();

    private SilenceRow() {}

    static Stored read(ResultSet row) throws SQLException {
        var silence = new Silence(
                row.getString("id"),
                row.getString("team"),
                new Filter(
                        Set.of(array(row, "products")),
                        Set.of(array(row, "domains")),
                        Set.of(array(row, "tags")),
                        Set.of(array(row, "event_types")),
                        NewsColumns.known(Severity.of(row.getString("minimum_severity")), row, "minimum_severity")),
                NewsColumns.instant(row, "begins_at"),
                NewsColumns.instantOrNull(row, "ends_at"),
                weekly(row),
                row.getString("reason"));
        return new Stored(
                silence,
                row.getBoolean("active"),
                row.getLong("revision"),
                row.getString("principal"),
                NewsColumns.instant(row, "changed_at"));
    }

    static @Nullable String write(@Nullable Window weekly) {
        return weekly == null ? null : JSON.writeValueAsString(WeeklyForm.of(weekly));
    }

    private static @Nullable Window weekly(ResultSet row) throws SQLException {
        var words = row.getString("weekly");
        if (words == null) {
            return null;
        }
        var faults = new ArrayList<SubscriptionFault>();
        var window = JSON.readValue(words, WeeklyForm.class).read(faults);
        if (window == null) {
            throw new IllegalStateException("silence.weekly of '" + row.getString("id") + "' cannot be read: "
                    + faults.getFirst().message() + "; a newer version of the notifier, or of Java, wrote it");
        }
        return window;
    }

    private static String[] array(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
