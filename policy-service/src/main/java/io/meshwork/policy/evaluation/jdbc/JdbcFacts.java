package io.meshwork.policy.evaluation.jdbc;

import io.meshwork.policy.evaluation.MeshFacts;
import io.meshwork.policy.evaluation.VersionId;
import io.meshwork.policy.language.Fact;
import io.meshwork.policy.language.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A statement per kind of fact and batch, and none for what no policy reads. */
@Repository
class JdbcFacts implements MeshFacts {

    private static final String NO_OBJECT = "{}";

    private final JdbcClient jdbc;

    JdbcFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(Collection<Place> places, Set<Fact> reads) {
        Set<String> keys = new TreeSet<>();
        for (Place place : places) {
            if (reads.contains(Fact.QUALITY)) {
                keys.add(place.id().toString());
            }
            if (reads.contains(Fact.UPSTREAMS)) {
                keys.add(place.id().productId());
                keys.addAll(place.upstreams());
            }
        }
        lock(keys);
    }

    @Override
    public void lockScores(Collection<VersionId> versions) {
        lock(versions.stream().map(VersionId::toString).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** In one order everywhere, so that nobody waits for somebody who waits for him. */
    private void lock(Set<String> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql("""
                            select pg_advisory_xact_lock(h) from (
                                select distinct hashtextextended(k, 0) as h from unnest(:keys::text[]) as k order by h
                                offset 0) as ordered
                            """).param("keys", keys.toArray(String[]::new)).query(rows -> {});
        }
    }

    @Override
    public List<Known> about(List<Subject> subjects, Set<Fact> reads, Instant now) {
        Map<VersionId, String> scores = reads.contains(Fact.QUALITY) ? scores(subjects) : Map.of();
        Map<VersionId, String> previous = reads.contains(Fact.PREVIOUS) ? previous(subjects) : Map.of();
        Map<String, Contract> upstreams = reads.contains(Fact.UPSTREAMS) ? upstreams(subjects) : Map.of();
        List<Known> known = new ArrayList<>(subjects.size());
        for (Subject subject : subjects) {
            Inputs inputs = new Inputs(
                    reads.contains(Fact.QUALITY)
                            ? scores.getOrDefault(subject.version().id(), NO_OBJECT)
                            : null,
                    reads.contains(Fact.UPSTREAMS) ? used(subject, upstreams) : null);
            Facts facts = complete(
                    subject,
                    reads,
                    previous.get(subject.version().id()),
                    inputs.quality(),
                    contracts(subject, upstreams),
                    now);
            known.add(new Known(subject.version(), facts, inputs.isEmpty() ? null : InputsJson.write(inputs)));
        }
        return known;
    }

    private static Facts complete(
            Subject subject,
            Set<Fact> reads,
            @Nullable String previous,
            @Nullable String quality,
            List<String> upstreams,
            Instant now) {
        Facts facts = subject.product();
        facts = reads.contains(Fact.NOW) ? facts.with(Fact.NOW, now) : facts;
        facts = reads.contains(Fact.CHANGES)
                ? facts.withJson(Fact.CHANGES, subject.version().changes())
                : facts;
        facts = previous == null ? facts : facts.withJson(Fact.PREVIOUS, previous);
        facts = quality == null ? facts : facts.withJson(Fact.QUALITY, quality);
        return upstreams.isEmpty()
                ? facts
                : facts.withJson(Fact.UPSTREAMS, upstreams.stream().collect(Collectors.joining(",", "[", "]")));
    }

    @Override
    public Facts again(Subject subject, @Nullable String inputs, Instant then) {
        Inputs used = inputs == null ? new Inputs(null, null) : InputsJson.read(inputs);
        Map<String, String> versions = used.upstreams() == null ? Map.of() : used.upstreams();
        List<String> upstreams = versions.entrySet().stream()
                .map(one -> contract(one.getKey(), one.getValue()))
                .flatMap(Optional::stream)
                .toList();
        return complete(
                subject,
                Set.of(Fact.values()),
                previous(List.of(subject)).get(subject.version().id()),
                used.quality(),
                upstreams,
                then);
    }

    private Optional<String> contract(String productId, String version) {
        return jdbc.sql("select contract from published_version where product_id = ? and version = ?")
                .params(productId, version)
                .query(String.class)
                .optional();
    }

    private Map<VersionId, String> scores(List<Subject> subjects) {
        Map<VersionId, String> scores = new HashMap<>();
        jdbc.sql("""
                        select product_id, version, facts from quality_facts
                          join unnest(:products::text[], :versions::text[]) as n (product_id, version) using (product_id, version)
                        """)
                .param("products", products(subjects))
                .param("versions", versions(subjects))
                .query(row -> {
                    scores.put(new VersionId(row.getString(1), row.getString(2)), row.getString(3));
                });
        return scores;
    }

    /** By the version that follows it. */
    private Map<VersionId, String> previous(List<Subject> subjects) {
        Map<VersionId, String> contracts = new HashMap<>();
        jdbc.sql("""
                        select n.product_id, n.version, p.contract from published_version n
                          join unnest(:products::text[], :versions::text[]) as s (product_id, version)
                            on s.product_id = n.product_id and s.version = n.version
                          join published_version p on p.product_id = n.product_id and p.version = n.previous_version
                        """)
                .param("products", products(subjects))
                .param("versions", versions(subjects))
                .query(row -> {
                    contracts.put(new VersionId(row.getString(1), row.getString(2)), row.getString(3));
                });
        return contracts;
    }

    private record Contract(String version, String json) {}

    private Map<String, Contract> upstreams(List<Subject> subjects) {
        Set<String> ids = new HashSet<>();
        subjects.forEach(subject -> ids.addAll(subject.product().upstreamIds()));
        Map<String, Contract> contracts = new HashMap<>();
        jdbc.sql("""
                        select distinct on (product_id) product_id, version, contract from published_version
                         where product_id = any(:ids::text[]) order by product_id, revision desc
                        """).param("ids", ids.toArray(String[]::new)).query(row -> {
            contracts.put(row.getString(1), new Contract(row.getString(2), row.getString(3)));
        });
        return contracts;
    }

    private static Map<String, String> used(Subject subject, Map<String, Contract> upstreams) {
        return subject.product().upstreamIds().stream()
                .filter(upstreams::containsKey)
                .collect(Collectors.toMap(
                        id -> id,
                        id -> Objects.requireNonNull(upstreams.get(id)).version()));
    }

    private static List<String> contracts(Subject subject, Map<String, Contract> upstreams) {
        return subject.product().upstreamIds().stream()
                .map(upstreams::get)
                .filter(Objects::nonNull)
                .map(Contract::json)
                .toList();
    }

    @Override
    public Set<VersionId> keep(List<Score> scores) {
        Map<VersionId, Score> highest = new HashMap<>();
        scores.forEach(
                score -> highest.merge(score.version(), score, (a, b) -> a.runSequence() > b.runSequence() ? a : b));
        Set<VersionId> newer = new HashSet<>();
        List<Score> rows = List.copyOf(highest.values());
        jdbc.sql("""
                        insert into quality_facts (product_id, version, run_sequence, facts)
                        select * from unnest(:products::text[], :versions::text[], :runs::bigint[], :facts::text[])
                        on conflict (product_id, version) do update
                            set run_sequence = excluded.run_sequence, facts = excluded.facts
                            where excluded.run_sequence > quality_facts.run_sequence
                        returning product_id, version
                        """)
                .param(
                        "products",
                        rows.stream().map(s -> s.version().productId()).toArray(String[]::new))
                .param("versions", rows.stream().map(s -> s.version().version()).toArray(String[]::new))
                .param("runs", rows.stream().map(Score::runSequence).toArray(Long[]::new))
                .param("facts", rows.stream().map(Score::facts).toArray(String[]::new))
                .query(row -> {
                    newer.add(new VersionId(row.getString(1), row.getString(2)));
                });
        return newer;
    }

    private static String[] products(List<Subject> subjects) {
        return subjects.stream().map(s -> s.version().productId()).toArray(String[]::new);
    }

    private static String[] versions(List<Subject> subjects) {
        return subjects.stream().map(s -> s.version().version()).toArray(String[]::new);
    }
}
