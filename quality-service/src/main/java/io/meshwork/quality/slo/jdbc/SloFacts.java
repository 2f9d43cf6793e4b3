package io.meshwork.quality.slo.jdbc;

import io.meshwork.contract.read.value.ServiceLevels;
import io.meshwork.quality.slo.Facts;
import io.meshwork.quality.slo.Slo;
import io.meshwork.quality.slo.promise.Objective.Kind;
import io.meshwork.quality.slo.sample.Count;
import io.meshwork.quality.slo.sample.Counts;
import io.meshwork.quality.slo.sample.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what objectives are judged by, one query for each kind of fact. */
final class SloFacts {

    private record Version(String productId, String version) {}

    private record Name(String productId, String objective) {}

    private static final String COUNTS = Stream.of(Span.values())
            .map(span -> """
                    , coalesce(sum(b.good) filter (where %1$s), 0)::bigint as good_%2$s
                    , coalesce(sum(b.total) filter (where %1$s), 0)::bigint as total_%2$s
                    """.formatted(within(span), span.label()))
            .collect(Collectors.joining());

    private final JdbcClient jdbc;

    SloFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Slo, Facts> of(Collection<Slo> slos) {
        Map<Slo, Facts> facts = new HashMap<>();
        ages(only(slos, kind -> kind == Kind.FRESHNESS), facts);
        scores(only(slos, kind -> kind == Kind.QUALITY_SCORE), facts);
        reported(only(slos, Kind::isReported), facts);
        return facts;
    }

    private static List<Slo> only(Collection<Slo> slos, Predicate<Kind> kind) {
        return slos.stream().filter(slo -> kind.test(slo.objective().kind())).toList();
    }

    /**
     * The data of a version that was never refreshed itself is as old as that of the version before; where nothing was ever
     * refreshed, as its publication, or the promise.
     */
    private void ages(List<Slo> slos, Map<Slo, Facts> facts) {
        if (slos.isEmpty()) {
            return;
        }
        Map<Version, Instant> refreshed = new HashMap<>();
        Map<Version, Instant> published = new HashMap<>();
        jdbc.sql("""
                        select v.product_id, v.version, v.published_at,
                               coalesce(v.refreshed_at, (select max(refreshed_at) from product_version o
                                                          where o.product_id = v.product_id)) as refreshed_at
                        from product_version v
                        join (select distinct * from unnest(:products::text[], :versions::text[])) as t (p, n)
                          on product_id = p and version = n
                        """)
                .param("products", Column.texts(slos, Slo::productId))
                .param("versions", Column.texts(slos, Slo::version))
                .query(row -> {
                    Version version = new Version(row.getString("product_id"), row.getString("version"));
                    Instant at = SloRows.moment(row, "refreshed_at");
                    if (at == null) {
                        published.put(version, row.getTimestamp("published_at").toInstant());
                    } else {
                        refreshed.put(version, at);
                    }
                });
        for (Slo slo : slos) {
            Version version = new Version(slo.productId(), slo.version());
            Instant begun = later(published.getOrDefault(version, slo.watchedFrom()), slo.watchedFrom());
            facts.put(slo, new Facts.Age(refreshed.getOrDefault(version, begun)));
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private void scores(List<Slo> slos, Map<Slo, Facts> facts) {
        if (slos.isEmpty()) {
            return;
        }
        Map<Version, Facts> scores = new HashMap<>();
        jdbc.sql("""
                        select p, n, r.score, r.scored_at
                        from (select distinct * from unnest(:products::text[], :versions::text[])) as t (p, n)
                        cross join lateral (
                            select score, scored_at from run where product_id = p and version = n and score is not null
                            order by sequence desc limit 1) as r
                        """)
                .param("products", Column.texts(slos, Slo::productId))
                .param("versions", Column.texts(slos, Slo::version))
                .query(row -> {
                    scores.put(
                            new Version(row.getString("p"), row.getString("n")),
                            new Facts.Score(
                                    row.getDouble("score"),
                                    row.getTimestamp("scored_at").toInstant()));
                });
        slos.forEach(slo ->
                facts.put(slo, scores.getOrDefault(new Version(slo.productId(), slo.version()), new Facts.None())));
    }

    private void reported(List<Slo> slos, Map<Slo, Facts> facts) {
        if (slos.isEmpty()) {
            return;
        }
        Map<Name, Double> values = values(slos);
        Map<Name, Counts> counts = new HashMap<>();
        jdbc.sql("""
                        with newest as (
                            select product_id, objective, max(start) as newest
                            from slo_bucket join unnest(:products::text[], :names::text[]) as t (p, o) on product_id = p and objective = o
                            where width = 'slot' and total > 0
                            group by product_id, objective)
                        select b.product_id, b.objective, n.newest %s
                        from newest n join slo_bucket b using (product_id, objective)
                        group by b.product_id, b.objective, n.newest
                        """.formatted(COUNTS))
                .param("products", Column.texts(slos, Slo::productId))
                .param("names", Column.texts(slos, slo -> slo.objective().name()))
                .query(row -> {
                    counts.put(new Name(row.getString("product_id"), row.getString("objective")), counts(row));
                });
        for (Slo slo : slos) {
            Counts counted =
                    counts.get(new Name(slo.productId(), slo.objective().name()));
            Double exact = values.get(new Name(slo.productId(), slo.objective().name()));
            Double value = exact == null
                    ? values.get(new Name(slo.productId(), slo.objective().property()))
                    : exact;
            facts.put(slo, counted == null ? new Facts.None() : new Facts.Reported(counted, value));
        }
    }

    private Map<Name, Double> values(List<Slo> slos) {
        Map<Name, Double> values = new HashMap<>();
        jdbc.sql(
                        "select product_id, indicator, value from sli_sample where product_id = any(:ids) and value is not null")
                .param("ids", slos.stream().map(Slo::productId).distinct().toArray(String[]::new))
                .query(row -> {
                    values.put(
                            new Name(row.getString("product_id"), ServiceLevels.camelCase(row.getString("indicator"))),
                            row.getDouble("value"));
                });
        return values;
    }

    private static String within(Span span) {
        return "b.width = '%s' and b.start > date_bin('%d seconds', n.newest, 'epoch') - interval '%d seconds'"
                .formatted(
                        span.bucket().word(),
                        span.bucket().width().toSeconds(),
                        span.length().toSeconds());
    }

    private static Counts counts(ResultSet row) throws SQLException {
        Map<Span, Count> counts = new EnumMap<>(Span.class);
        for (Span span : Span.values()) {
            counts.put(span, new Count(row.getLong("good_" + span.label()), row.getLong("total_" + span.label())));
        }
        return new Counts(row.getTimestamp("newest").toInstant(), counts);
    }
}
