package io.meshwork.notifier.incident.jdbc;

import static io.meshwork.notifier.news.jdbc.NewsColumns.instant;
import static io.meshwork.notifier.news.jdbc.NewsColumns.instantOrNull;

import io.meshwork.contract.model.Owner;
import io.meshwork.messaging.StorableText;
import io.meshwork.notifier.incident.Change;
import io.meshwork.notifier.incident.Incident;
import io.meshwork.notifier.incident.Incident.Handler;
import io.meshwork.notifier.incident.IncidentKey;
import io.meshwork.notifier.incident.IncidentState;
import io.meshwork.notifier.incident.StoryLine;
import io.meshwork.notifier.jdbc.Columns;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.news.jdbc.NewsColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Incidents to and from their table. */
final class IncidentRow {

    /** In the order of the insert statement; tags are joined by line breaks. */
    private static final List<Function<Incident, @Nullable Object>> COLUMNS = List.of(
            Incident::number,
            incident -> incident.key().subject(),
            incident -> incident.key().cause(),
            incident -> incident.state().word(),
            incident -> incident.about().productId(),
            incident -> incident.about().domain(),
            incident -> incident.about().version(),
            incident -> incident.about().title(),
            incident -> incident.about().owner().team(),
            incident -> incident.about().owner().contact(),
            incident -> String.join("\n", incident.about().tags()),
            incident -> incident.news().kind().word(),
            incident -> incident.news().severity().word(),
            incident -> incident.news().headline(),
            incident -> String.join("\n", incident.news().details()),
            incident -> incident.news().advice(),
            Incident::rank,
            Incident::openedAt,
            Incident::changedAt,
            incident -> incident.handler() == null ? null : incident.handler().principal(),
            incident -> incident.handler() == null ? null : incident.handler().note(),
            Incident::quietAt,
            Incident::alerts,
            Incident::flaps,
            Incident::revision);

    private static final List<Function<Change, @Nullable Object>> STORY = List.of(
            change -> change.incident().number(),
            change -> change.what().word(),
            change -> change.incident().severity().word(),
            change -> change.incident().news().headline(),
            change -> change.by() == null ? null : change.by().principal(),
            change -> change.by() == null ? null : change.by().note());

    private IncidentRow() {}

    static Object[] columns(Incident[] incidents) {
        return columns(COLUMNS, incidents);
    }

    static Object[] story(Change[] changes) {
        return columns(STORY, changes);
    }

    private static <T> Object[] columns(List<Function<T, @Nullable Object>> columns, T[] rows) {
        return columns.stream()
                .map(column -> (Object) Columns.of(rows, row -> text(column.apply(row))))
                .toArray();
    }

    static Incident read(ResultSet row) throws SQLException {
        var principal = row.getString("handler");
        return new Incident(
                row.getLong("number"),
                new IncidentKey(row.getString("subject"), row.getString("cause")),
                NewsColumns.known(IncidentState.of(row.getString("state")), row, "state"),
                new About(
                        row.getString("product_id"),
                        row.getString("domain"),
                        row.getString("version"),
                        row.getString("title"),
                        new Owner(row.getString("owner_team"), row.getString("owner_contact")),
                        Arrays.asList((String[]) row.getArray("tags").getArray())),
                NewsColumns.news(row),
                row.getLong("rank"),
                instant(row, "opened_at"),
                instant(row, "changed_at"),
                principal == null ? null : new Handler(principal, row.getString("note")),
                instantOrNull(row, "quiet_at"),
                row.getInt("alerts"),
                row.getInt("flaps"),
                row.getLong("revision"));
    }

    static StoryLine line(ResultSet row) throws SQLException {
        var principal = row.getString("principal");
        return new StoryLine(
                instant(row, "at"),
                NewsColumns.known(Change.What.of(row.getString("what")), row, "what"),
                NewsColumns.known(Severity.of(row.getString("severity")), row, "severity"),
                row.getString("headline"),
                principal == null ? null : new Handler(principal, row.getString("note")));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : StorableText.of(value.toString());
    }
}
