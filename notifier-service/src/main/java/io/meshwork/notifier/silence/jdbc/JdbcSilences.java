package io.meshwork.notifier.silence.jdbc;

import static java.util.stream.Collectors.toMap;

import io.meshwork.notifier.silence.Silence;
import io.meshwork.notifier.silence.Silences;
import io.meshwork.notifier.silence.Stored;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSilences implements Silences {

    private final JdbcClient jdbc;

    JdbcSilences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Silence> inForce(Instant now) {
        return jdbc.sql("""
                        select * from silence
                        where active and begins_at <= :now and (ends_at is null or ends_at > :now) order by id""").param("now", utc(now)).query((row, _) -> SilenceRow.read(row)).list().stream()
                .map(Stored::silence)
                .toList();
    }

    /** The advisory lock stands for rows that do not exist yet. */
    @Override
    public Map<String, Stored> lock(Set<String> ids) {
        var storable = ids.stream().filter(JdbcSilences::isStorable).toArray(String[]::new);
        jdbc.sql("""
                        select count(pg_advisory_xact_lock(hashtext('silence'), hashtext(id)))
                        from (select id from unnest(?::text[]) as n (id) order by hashtext(id)) as sorted""").param(storable).query(Long.class).single();
        return jdbc
                .sql("select * from silence where id = any(?::text[]) order by id for update")
                .param(storable)
                .query((row, _) -> SilenceRow.read(row))
                .list()
                .stream()
                .collect(toMap(stored -> stored.silence().id(), stored -> stored, (a, _) -> a, HashMap::new));
    }

    @Override
    public void save(Stored stored) {
        var silence = stored.silence();
        var matches = silence.matches();
        jdbc.sql("""
                        insert into silence (id, team, products, domains, tags, event_types, minimum_severity, begins_at, ends_at,
                            weekly, reason, active, revision, principal, changed_at)
                        values (:id, :team, :products::text[], :domains::text[], :tags::text[], :eventTypes::text[],
                            :minimumSeverity, :from, :until, :weekly, :reason, :active, :revision, :principal, :changedAt)
                        on conflict (id) do update set team = excluded.team, products = excluded.products,
                            domains = excluded.domains, tags = excluded.tags, event_types = excluded.event_types,
                            minimum_severity = excluded.minimum_severity, begins_at = excluded.begins_at,
                            ends_at = excluded.ends_at, weekly = excluded.weekly, reason = excluded.reason,
                            active = excluded.active, revision = excluded.revision, principal = excluded.principal,
                            changed_at = excluded.changed_at""")
                .param("id", silence.id())
                .param("team", silence.team())
                .param("products", array(matches.products()))
                .param("domains", array(matches.domains()))
                .param("tags", array(matches.tags()))
                .param("eventTypes", array(matches.eventTypes()))
                .param("minimumSeverity", matches.minimumSeverity().word())
                .param("from", utc(silence.from()))
                .param("until", silence.until() == null ? null : utc(silence.until()))
                .param("weekly", SilenceRow.write(silence.weekly()))
                .param("reason", silence.reason())
                .param("active", stored.active())
                .param("revision", stored.revision())
                .param("principal", stored.principal())
                .param("changedAt", utc(stored.changedAt()))
                .update();
    }

    @Override
    public Optional<Stored> find(String id) {
        return isStorable(id)
                ? jdbc.sql("select * from silence where id = ?")
                        .param(id)
                        .query((row, _) -> SilenceRow.read(row))
                        .optional()
                : Optional.empty();
    }

    @Override
    public List<Stored> page(boolean ended, Instant now, @Nullable String after, int limit) {
        return jdbc.sql("select * from silence where id > :after and "
                        + (ended ? "(not active or ends_at <= :now)" : "active and (ends_at is null or ends_at > :now)")
                        + " order by id limit :limit")
                .param("after", after == null || !isStorable(after) ? "" : after)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, _) -> SilenceRow.read(row))
                .list();
    }

    /** No text of PostgreSQL has a zero character in it, and no silence such an id. */
    private static boolean isStorable(String id) {
        return id.indexOf('\0') < 0;
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static String[] array(Collection<String> values) {
        return values.stream().sorted().toArray(String[]::new);
    }
}
