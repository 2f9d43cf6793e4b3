package io.meshwork.notifier.incident.jdbc;

import io.meshwork.notifier.incident.Change;
import io.meshwork.notifier.incident.Incident;
import io.meshwork.notifier.incident.IncidentKey;
import io.meshwork.notifier.incident.IncidentQuery;
import io.meshwork.notifier.incident.IncidentState;
import io.meshwork.notifier.incident.Incidents;
import io.meshwork.notifier.incident.StoryLine;
import io.meshwork.notifier.jdbc.Columns;
import io.meshwork.notifier.news.Severity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIncidents implements Incidents {

    private static final String UNRESOLVED =
            "from incident where domain = ? and cause = ? and state <> 'resolved' and product_id is not null ";

    private final JdbcClient jdbc;

    JdbcIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One look into the primary key for each, in its order: left to itself the planner reads the lines of all troubles there ever
     * were, for every batch.
     */
    @Override
    public Map<IncidentKey, Incident> lock(Set<IncidentKey> keys, Set<String> subjects) {
        var rows = keys.stream().sorted().toArray(IncidentKey[]::new);
        var keySubjects = Columns.of(rows, IncidentKey::subject);
        var causes = Columns.of(rows, IncidentKey::cause);
        if (rows.length > 0) {
            jdbc.sql("""
                            insert into incident_line (subject, cause)
                            select * from unnest(?::text[], ?::text[]) on conflict do nothing""").params(keySubjects, causes).update();
        }
        var numbers = jdbc.sql("""
                        select l.number from (
                            select * from unnest(?::text[], ?::text[]) as k (subject, cause)
                            union
                            select s.subject, l.cause from unnest(?::text[]) as s (subject)
                            cross join lateral (select cause from incident_line where subject = s.subject offset 0) as l
                            order by subject, cause) as k
                        cross join lateral (
                            select number from incident_line
                            where subject = k.subject and cause = k.cause for update) as l""")
                .params(keySubjects, causes, subjects.toArray(String[]::new))
                .query((row, _) -> row.getLong("number"))
                .list();
        var last = new HashMap<IncidentKey, Incident>();
        find(numbers).values().forEach(incident -> last.put(incident.key(), incident));
        return last;
    }

    @Override
    public Optional<Incident> lock(long number) {
        jdbc.sql("select from incident_line where number = ? for update")
                .param(number)
                .query(_ -> {});
        return Optional.ofNullable(find(Set.of(number)).get(number));
    }

    @Override
    public Map<Long, Incident> lockAll(Collection<Long> numbers) {
        jdbc.sql("select from incident_line where number = any (?) order by subject, cause for update")
                .param(numbers.toArray(Long[]::new))
                .query(_ -> {});
        return find(numbers);
    }

    @Override
    public PrimitiveIterator.OfLong numbers(int count) {
        return count == 0
                ? LongStream.empty().iterator()
                : jdbc
                        .sql("select nextval('incident_number') from generate_series(1, ?)")
                        .param(count)
                        .query(Long.class)
                        .list()
                        .stream()
                        .mapToLong(Long::longValue)
                        .iterator();
    }

    /** Several changes of one incident are several lines of its story; the last is how it stands. */
    @Override
    public void store(List<Change> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        var last = new LinkedHashMap<Long, Incident>();
        changes.forEach(change -> last.put(change.incident().number(), change.incident()));
        upsert(last.values().toArray(Incident[]::new));
        tell(changes.toArray(Change[]::new), now);
    }

    private void upsert(Incident[] incidents) {
        jdbc.sql("""
                        insert into incident (number, subject, cause, state, product_id, domain, version, title, owner_team,
                            owner_contact, tags, kind, severity, headline, details, advice, rank, opened_at, changed_at, handler,
                            note, quiet_at, alerts, flaps, revision)
                        select number, subject, cause, state, product_id, domain, version, title, owner_team, owner_contact,
                            string_to_array(tags, E'\\n'), kind, severity, headline, details, advice, rank, opened_at, changed_at,
                            handler, note, quiet_at, alerts, flaps, revision
                        from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                            ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[], ?::int[], ?::int[],
                            ?::bigint[]) as n (number, subject, cause, state, product_id, domain, version, title, owner_team,
                            owner_contact, tags, kind, severity, headline, details, advice, rank, opened_at, changed_at, handler,
                            note, quiet_at, alerts, flaps, revision)
                        on conflict (number) do update set state = excluded.state, version = excluded.version,
                            title = excluded.title, owner_team = excluded.owner_team, owner_contact = excluded.owner_contact,
                            tags = excluded.tags, kind = excluded.kind, severity = excluded.severity,
                            headline = excluded.headline, details = excluded.details, advice = excluded.advice,
                            rank = excluded.rank, changed_at = excluded.changed_at, handler = excluded.handler,
                            note = excluded.note, quiet_at = excluded.quiet_at, alerts = excluded.alerts,
                            flaps = excluded.flaps, revision = excluded.revision""").params(IncidentRow.columns(incidents)).update();
        jdbc.sql("""
                        update incident_line l set number = n.number
                        from unnest(?::bigint[], ?::text[], ?::text[]) as n (number, subject, cause)
                        where l.subject = n.subject and l.cause = n.cause""")
                .params(
                        Columns.of(incidents, incident -> Long.toString(incident.number())),
                        Columns.of(incidents, incident -> incident.key().subject()),
                        Columns.of(incidents, incident -> incident.key().cause()))
                .update();
    }

    private void tell(Change[] changes, Instant now) {
        var parameters = new ArrayList<Object>(List.of(now.atOffset(ZoneOffset.UTC)));
        parameters.addAll(List.of(IncidentRow.story(changes)));
        jdbc.sql("""
                        insert into incident_story (at, incident, what, severity, headline, principal, note)
                        select ?, n.* from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as n""").params(parameters).update();
    }

    @Override
    public void lockCount(String domain, String cause) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?), hashtext(?))")
                .params(domain, cause)
                .query(_ -> {});
    }

    @Override
    public int countUnresolved(String domain, String cause, int limit) {
        return jdbc.sql("select count(*) from (select " + UNRESOLVED + "limit ?) as unresolved")
                .params(domain, cause, limit)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Incident> unresolved(String domain, String cause, int limit) {
        return jdbc.sql("select * " + UNRESOLVED + "order by number desc limit ?")
                .params(domain, cause, limit)
                .query((row, _) -> IncidentRow.read(row))
                .list();
    }

    @Override
    public Map<Long, Set<String>> audiences(Collection<Long> numbers) {
        var audiences = new HashMap<Long, Set<String>>();
        jdbc.sql("""
                        select distinct incident, subscription_id from notification
                        where incident = any (?) and state in ('waiting', 'sent')""").param(numbers.toArray(Long[]::new)).query(row -> {
            audiences
                    .computeIfAbsent(row.getLong("incident"), _ -> new HashSet<>())
                    .add(row.getString("subscription_id"));
        });
        return audiences;
    }

    @Override
    public Map<Long, Incident> find(Collection<Long> numbers) {
        var found = new HashMap<Long, Incident>();
        jdbc.sql("select * from incident where number = any (?)")
                .param(numbers.toArray(Long[]::new))
                .query((row, _) -> IncidentRow.read(row))
                .list()
                .forEach(incident -> found.put(incident.number(), incident));
        return found;
    }

    @Override
    public List<Incident> page(IncidentQuery query) {
        return jdbc.sql("select * from incident where number < :before and severity = any (:severities)"
                        + states(query.states())
                        + (query.domain() == null ? "" : " and domain = :domain")
                        + (query.product() == null ? "" : " and subject = :product")
                        + (query.since() == null ? "" : " and changed_at >= :since")
                        + " order by number desc limit :limit")
                .param("before", query.before())
                .param(
                        "severities",
                        query.severities().stream().map(Severity::word).toArray(String[]::new))
                .param(
                        "states",
                        query.states().stream().map(IncidentState::word).toArray(String[]::new))
                .param("domain", query.domain())
                .param("product", query.product())
                .param("since", query.since() == null ? null : query.since().atOffset(ZoneOffset.UTC))
                .param("limit", query.limit())
                .query((row, _) -> IncidentRow.read(row))
                .list();
    }

    /** Names the condition of the partial index, which the planner cannot infer from a parameter. */
    private static String states(Set<IncidentState> states) {
        return " and state = any (:states)"
                + (states.contains(IncidentState.RESOLVED) ? "" : " and state <> 'resolved'");
    }

    @Override
    public List<StoryLine> story(long number, int limit) {
        return jdbc.sql("""
                        select * from (select * from incident_story where incident = ? order by seq desc limit ?) as last
                        order by seq""")
                .params(number, limit)
                .query((row, _) -> IncidentRow.line(row))
                .list();
    }
}
