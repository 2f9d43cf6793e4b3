package io.meshwork.quality.slo.jdbc;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.DataProductJson;
import io.meshwork.quality.slo.Facts;
import io.meshwork.quality.slo.Slo;
import io.meshwork.quality.slo.Slos;
import io.meshwork.quality.slo.Watched;
import io.meshwork.quality.slo.sample.Measured;
import io.meshwork.quality.slo.sample.Span.Bucket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class JdbcSlos implements Slos {

    private final JdbcClient jdbc;
    private final SloFacts facts;
    private final SloWindows windows;

    JdbcSlos(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.facts = new SloFacts(jdbc);
        this.windows = new SloWindows(jdbc);
    }

    @Override
    public boolean hasWork(Instant now) {
        return jdbc.sql("select exists (select from slo_news) or exists (select from slo_product where due_at <= ?)")
                .param(Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Watched> takeNews(int most) {
        Map<String, Boolean> news = new HashMap<>();
        jdbc.sql("""
                        with taken as (
                            delete from slo_news where id = any (array(
                                select id from slo_news order by id limit :most for update skip locked))
                            returning product_id, contract)
                        select product_id, bool_or(contract) from taken group by product_id
                        """).param("most", most).query(row -> {
            news.put(row.getString(1), row.getBoolean(2));
        });
        return lock(news.keySet()).stream()
                .map(product -> news.getOrDefault(product.productId(), false)
                        ? new Watched(product.productId(), product.version(), Instant.EPOCH)
                        : product)
                .toList();
    }

    @Override
    public List<Watched> takeDue(Instant now, int most) {
        return jdbc.sql("""
                        select product_id, version, read_at from slo_product where due_at <= :now
                        order by due_at limit :most for update skip locked
                        """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(JdbcSlos::watched)
                .list();
    }

    @Override
    public List<Watched> lock(Set<String> productIds) {
        if (productIds.isEmpty()) {
            return List.of();
        }
        String[] ids = productIds.stream().sorted().toArray(String[]::new);
        jdbc.sql("insert into slo_product (product_id) select unnest(:ids::text[]) on conflict do nothing")
                .param("ids", ids)
                .update();
        return jdbc.sql("""
                        select product_id, version, read_at from slo_product where product_id = any(:ids)
                        order by product_id collate "C" for update
                        """).param("ids", ids).query(JdbcSlos::watched).list();
    }

    @Override
    public void setAside(String productId, Instant until) {
        lock(Set.of(productId));
        jdbc.sql("delete from slo_news where product_id = ?").param(productId).update();
        jdbc.sql("update slo_product set read_at = 'epoch', due_at = ? where product_id = ?")
                .params(Timestamp.from(until), productId)
                .update();
    }

    private static Watched watched(ResultSet row, int n) throws SQLException {
        return new Watched(row.getString("product_id"), row.getString("version"), SloRows.moment(row, "read_at"));
    }

    @Override
    public Map<String, List<Slo>> of(Set<String> productIds) {
        return jdbc.sql("""
                        select * from slo where product_id = any(:ids) and ended_at is null order by product_id, objective
                        """).param("ids", productIds.toArray(String[]::new)).query(SloRows::slo).list().stream()
                .collect(Collectors.groupingBy(Slo::productId));
    }

    @Override
    public Map<String, Map<String, Long>> sequencesOfEnded(Set<String> productIds) {
        Map<String, Map<String, Long>> sequences = new HashMap<>();
        jdbc.sql(
                        "select product_id, objective, sequence from slo where product_id = any(:ids) and ended_at is not null")
                .param("ids", productIds.toArray(String[]::new))
                .query(row -> {
                    sequences
                            .computeIfAbsent(row.getString(1), id -> new HashMap<>())
                            .put(row.getString(2), row.getLong(3));
                });
        return sequences;
    }

    @Override
    public Map<String, Set<String>> versions(Set<String> productIds) {
        Map<String, Set<String>> versions = new HashMap<>();
        jdbc.sql("""
                        select product_id, version from product_version v where product_id = any(:ids)
                           and not exists (select from version_end e
                                            where e.product_id = v.product_id and e.version = v.version)
                        """).param("ids", productIds.toArray(String[]::new)).query(row -> {
            versions.computeIfAbsent(row.getString(1), id -> new HashSet<>()).add(row.getString(2));
        });
        return versions;
    }

    @Override
    public DataProduct contract(String productId, String version) {
        return DataProductJson.read(
                jdbc.sql("select contract from product_version where product_id = ? and version = ?")
                        .params(productId, version)
                        .query(String.class)
                        .single());
    }

    @Override
    public Map<Slo, Facts> facts(Collection<Slo> slos) {
        return facts.of(slos);
    }

    @Override
    public void count(Collection<Measured> measured) {
        windows.count(measured);
    }

    @Override
    public void store(Judged judged, Instant now) {
        Collection<Turn> turns = judged.turns();
        jdbc.sql("""
                        update slo_product p set version = t.version, read_at = t.read_at, due_at = t.due_at
                        from unnest(:ids::text[], :versions::text[], :reads::timestamptz[], :due::timestamptz[])
                            as t (product_id, version, read_at, due_at)
                        where p.product_id = t.product_id
                        """)
                .param("ids", Column.texts(turns, turn -> turn.product().productId()))
                .param("versions", Column.texts(turns, turn -> turn.product().version()))
                .param("reads", Column.moments(turns, turn -> turn.product().readAt()))
                .param("due", Column.moments(turns, Turn::due))
                .update();
        if (!judged.kept().isEmpty()) {
            keep(judged.kept());
        }
        if (!judged.turned().isEmpty()) {
            turn(judged.turned());
        }
        if (!judged.ended().isEmpty()) {
            end(judged.ended(), now);
        }
    }

    private void keep(Collection<Slo> slos) {
        jdbc.sql("""
                        insert into slo (product_id, objective, domain, version, property, kind, target, budget, level, since,
                                         sequence, measured, deadline, watched_from)
                        select p, o, split_part(p, '.', 1), v, y, k, t, b, l, s, n, m, d, w
                        from unnest(:products::text[], :names::text[], :versions::text[], :properties::text[], :kinds::text[],
                                    :targets::float8[], :budgets::float8[], :levels::text[], :since::timestamptz[],
                                    :sequences::bigint[], :measured::float8[], :deadlines::timestamptz[], :from::timestamptz[])
                            as t (p, o, v, y, k, t, b, l, s, n, m, d, w)
                        on conflict (product_id, objective) do update set
                            version = excluded.version, property = excluded.property, kind = excluded.kind,
                            target = excluded.target, budget = excluded.budget, level = excluded.level,
                            since = excluded.since, sequence = excluded.sequence, measured = excluded.measured,
                            deadline = excluded.deadline, watched_from = excluded.watched_from, ended_at = null
                        """)
                .param("products", Column.texts(slos, Slo::productId))
                .param("names", Column.texts(slos, slo -> slo.objective().name()))
                .param("versions", Column.texts(slos, Slo::version))
                .param("properties", Column.texts(slos, slo -> slo.objective().property()))
                .param(
                        "kinds",
                        Column.texts(slos, slo -> slo.objective().kind().name().toLowerCase(Locale.ROOT)))
                .param("targets", Column.of(slos, slo -> slo.objective().target(), Double[]::new))
                .param("budgets", Column.of(slos, slo -> slo.objective().budget(), Double[]::new))
                .param(
                        "levels",
                        Column.texts(slos, slo -> slo.standing().level().word()))
                .param("since", Column.moments(slos, slo -> slo.standing().since()))
                .param("sequences", Column.of(slos, slo -> slo.standing().sequence(), Long[]::new))
                .param("measured", Column.of(slos, slo -> slo.standing().measured(), Double[]::new))
                .param("deadlines", Column.moments(slos, slo -> slo.standing().deadline()))
                .param("from", Column.moments(slos, Slo::watchedFrom))
                .update();
    }

    /** The last period ends where the next begins. */
    private void turn(Collection<Slo> slos) {
        List<Slo> first = slos.stream()
                .collect(Collectors.toMap(
                        slo -> List.of(slo.productId(), slo.objective().name()), slo -> slo, (a, b) -> a))
                .values()
                .stream()
                .toList();
        close(first, Column.moments(first, slo -> slo.standing().since()));
        jdbc.sql("""
                        insert into slo_period (product_id, objective, domain, level, since, until)
                        select p, o, split_part(p, '.', 1), l, s, lead(s) over (partition by p, o order by n)
                        from unnest(:products::text[], :names::text[], :levels::text[], :since::timestamptz[])
                             with ordinality as t (p, o, l, s, n)
                        on conflict (product_id, objective, since) do update set level = excluded.level, until = excluded.until
                        """)
                .param("products", Column.texts(slos, Slo::productId))
                .param("names", Column.texts(slos, slo -> slo.objective().name()))
                .param(
                        "levels",
                        Column.texts(slos, slo -> slo.standing().level().word()))
                .param("since", Column.moments(slos, slo -> slo.standing().since()))
                .update();
    }

    private void end(Collection<Slo> slos, Instant now) {
        close(slos, Column.moments(slos, slo -> now));
        jdbc.sql("""
                        update slo set ended_at = :now, sequence = sequence + 1
                        from unnest(:products::text[], :names::text[]) as t (p, o) where product_id = p and objective = o
                        """)
                .param("now", Timestamp.from(now))
                .param("products", Column.texts(slos, Slo::productId))
                .param("names", Column.texts(slos, slo -> slo.objective().name()))
                .update();
    }

    private void close(Collection<Slo> slos, String[] until) {
        jdbc.sql("""
                        update slo_period set until = u
                        from unnest(:products::text[], :names::text[], :until::timestamptz[]) as t (p, o, u)
                        where product_id = p and objective = o and until is null
                        """)
                .param("products", Column.texts(slos, Slo::productId))
                .param("names", Column.texts(slos, slo -> slo.objective().name()))
                .param("until", until)
                .update();
    }

    @Override
    public void makeDue(Set<String> productIds, Instant now) {
        jdbc.sql("update slo_product set due_at = least(due_at, :now) where product_id = any(:ids)")
                .param("now", Timestamp.from(now))
                .param("ids", productIds.toArray(String[]::new))
                .update();
    }

    @Override
    public void trim(Instant now, Instant historyFrom) {
        jdbc.sql("delete from slo_window where window_end < ?")
                .param(Timestamp.from(now.minus(Bucket.SLOT.keep())))
                .update();
        for (Bucket bucket : Bucket.values()) {
            jdbc.sql("delete from slo_bucket where width = ? and start < ?")
                    .params(bucket.word(), Timestamp.from(now.minus(bucket.keep())))
                    .update();
        }
        jdbc.sql("delete from slo_period where until < ?")
                .param(Timestamp.from(historyFrom))
                .update();
    }
}
