package io.meshwork.notifier.telling.jdbc;

import io.meshwork.notifier.incident.IncidentState;
import io.meshwork.notifier.jdbc.Columns;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.news.jdbc.NewsColumns;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.telling.Told;
import io.meshwork.notifier.telling.Told.MessageRef;
import io.meshwork.notifier.telling.ToldIncidents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcToldIncidents implements ToldIncidents {

    private final JdbcClient jdbc;

    JdbcToldIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Long, Told> find(Channel channel, String target, Collection<Long> incidents) {
        var found = new HashMap<Long, Told>();
        jdbc.sql("select * from incident_told where channel = ? and target = ? and incident = any (?)")
                .params(channel.word(), target, incidents.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong("incident"), told(row));
                });
        return found;
    }

    @Override
    public List<ToldThere> of(long incident) {
        return jdbc.sql("select * from incident_told where incident = ? order by channel, target")
                .param(incident)
                .query((row, _) -> new ToldThere(
                        NewsColumns.known(Channel.of(row.getString("channel")), row, "channel"),
                        row.getString("target"),
                        told(row)))
                .list();
    }

    @Override
    public void store(Channel channel, String target, Map<Long, Told> told) {
        if (told.isEmpty()) {
            return;
        }
        var rows = List.copyOf(told.entrySet());
        jdbc.sql("""
                        insert into incident_told (channel, target, incident, state, severity, told_at, place, message)
                        select ?, ?, n.* from unnest(?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[]) as n
                        on conflict (incident, channel, target) do update set state = excluded.state,
                            severity = excluded.severity, told_at = excluded.told_at, place = excluded.place,
                            message = excluded.message""")
                .params(
                        channel.word(),
                        target,
                        rows.stream().map(row -> row.getKey()).toArray(Long[]::new),
                        column(rows, row -> row.state().word()),
                        column(rows, row -> row.severity().word()),
                        column(rows, row -> row.at().toString()),
                        column(
                                rows,
                                row -> row.message() == null
                                        ? null
                                        : row.message().place()),
                        column(
                                rows,
                                row -> row.message() == null
                                        ? null
                                        : row.message().id()))
                .update();
    }

    @Override
    public List<Rival> rivals(Channel channel, String target, Collection<String> subjects) {
        return jdbc.sql("""
                        select number, subject, cause, kind from incident i
                        where subject = any (?) and state <> 'resolved' and exists (
                            select from notification n where n.incident = i.number and n.channel = ? and n.target = ?
                                and n.state in ('waiting', 'sent'))
                        order by number""")
                .params(subjects.toArray(String[]::new), channel.word(), target)
                .query((row, _) -> new Rival(
                        row.getLong("number"),
                        row.getString("subject"),
                        row.getString("cause"),
                        NewsColumns.known(Kind.of(row.getString("kind")), row, "kind")))
                .list();
    }

    private static @Nullable String[] column(List<Map.Entry<Long, Told>> rows, Function<Told, @Nullable String> value) {
        return Columns.of(rows.stream().map(Map.Entry::getValue).toArray(Told[]::new), value);
    }

    private static Told told(ResultSet row) throws SQLException {
        var place = row.getString("place");
        return new Told(
                NewsColumns.known(IncidentState.of(row.getString("state")), row, "state"),
                NewsColumns.known(Severity.of(row.getString("severity")), row, "severity"),
                NewsColumns.instant(row, "told_at"),
                place == null ? null : new MessageRef(place, row.getString("message")));
    }
}
