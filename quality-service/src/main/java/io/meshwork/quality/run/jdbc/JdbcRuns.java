package io.meshwork.quality.run.jdbc;

import io.meshwork.quality.run.Refresh;
import io.meshwork.quality.run.Run;
import io.meshwork.quality.run.Runs;
import io.meshwork.quality.run.Version;
import io.meshwork.quality.score.Scorecard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class JdbcRuns implements Runs {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    JdbcRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(Collection<Version> versions) {
        Map<String, Version> last = new LinkedHashMap<>();
        versions.stream()
                .sorted(Comparator.comparing(Version::productId))
                .forEach(v -> last.put(v.productId() + '@' + v.version(), v));
        jdbc.sql("""
                        insert into product_version (product_id, version, revision, contract, published_at)
                        select * from unnest(:products::text[], :versions::text[], :revisions::bigint[], :contracts::text[],
                                             :published::timestamptz[])
                        on conflict (product_id, version) do update
                            set revision = excluded.revision, contract = excluded.contract, published_at = excluded.published_at
                            where excluded.revision > product_version.revision
                        """)
                .param("products", column(last.values(), Version::productId, String[]::new))
                .param("versions", column(last.values(), Version::version, String[]::new))
                .param("revisions", column(last.values(), Version::revision, Long[]::new))
                .param("contracts", column(last.values(), Version::contract, String[]::new))
                .param("published", column(last.values(), v -> v.publishedAt().toString(), String[]::new))
                .update();
    }

    @Override
    public Optional<String> contract(String productId, String version) {
        return jdbc.sql("select contract from product_version where product_id = ? and version = ?")
                .params(productId, version)
                .query(String.class)
                .optional();
    }

    @Override
    public Map<String, Set<String>> versions(Set<String> productIds) {
        Map<String, Set<String>> versions = new HashMap<>();
        jdbc.sql("select product_id, version from product_version where product_id = any(:ids)")
                .param("ids", productIds.toArray(String[]::new))
                .query(row -> {
                    versions.computeIfAbsent(row.getString(1), id -> new HashSet<>())
                            .add(row.getString(2));
                });
        return versions;
    }

    @Override
    public Set<Refresh> noteRefreshes(Collection<Refresh> refreshes) {
        Map<List<String>, Refresh> newest = new TreeMap<>(Comparator.comparing(List::toString));
        refreshes.forEach(refresh -> newest.merge(
                List.of(refresh.productId(), refresh.version()),
                refresh,
                (a, b) -> b.refreshedAt().isBefore(a.refreshedAt()) ? a : b));
        List<List<String>> noted = jdbc.sql("""
                        update product_version v set refreshed_at = r.refreshed_at
                        from unnest(:products::text[], :versions::text[], :times::timestamptz[])
                            as r(product_id, version, refreshed_at)
                        where v.product_id = r.product_id and v.version = r.version
                            and (v.refreshed_at is null or v.refreshed_at <= r.refreshed_at)
                        returning v.product_id, v.version
                        """)
                .param("products", column(newest.values(), Refresh::productId, String[]::new))
                .param("versions", column(newest.values(), Refresh::version, String[]::new))
                .param("times", column(newest.values(), r -> r.refreshedAt().toString(), String[]::new))
                .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                .list();
        newest.keySet().retainAll(noted);
        return Set.copyOf(newest.values());
    }

    @Override
    public Map<String, Long> takeSequences(Map<String, Integer> counts) {
        Collection<Map.Entry<String, Integer>> rows = new TreeMap<>(counts).entrySet();
        Map<String, Long> last = new HashMap<>();
        jdbc.sql("""
                        insert into run_counter as c (product_id, sequence)
                        select id, n from unnest(:ids::text[], :counts::bigint[]) as t(id, n) order by id
                        on conflict (product_id) do update set sequence = c.sequence + excluded.sequence
                        returning product_id, sequence
                        """)
                .param("ids", column(rows, Map.Entry::getKey, String[]::new))
                .param("counts", column(rows, entry -> entry.getValue().longValue(), Long[]::new))
                .query(row -> {
                    last.put(row.getString(1), row.getLong(2));
                });
        return last;
    }

    @Override
    public void record(Collection<Run> runs) {
        jdbc.sql("""
                        insert into run (product_id, sequence, version, trigger, status, score, scorecard, scored_at)
                        select * from unnest(:products::text[], :sequences::bigint[], :versions::text[], :triggers::text[],
                                             :statuses::text[], :scores::float8[], :cards::text[], :scored::timestamptz[])
                        """)
                .param("products", column(runs, Run::productId, String[]::new))
                .param("sequences", column(runs, Run::sequence, Long[]::new))
                .param("versions", column(runs, Run::version, String[]::new))
                .param("triggers", column(runs, Run::trigger, String[]::new))
                .param(
                        "statuses",
                        column(runs, r -> r.scorecard().verdict().name().toLowerCase(Locale.ROOT), String[]::new))
                .param("scores", column(runs, r -> r.scorecard().score(), Double[]::new))
                .param("cards", column(runs, r -> JSON.writeValueAsString(r.scorecard()), String[]::new))
                .param("scored", column(runs, r -> r.scoredAt().toString(), String[]::new))
                .update();
    }

    @Override
    public Optional<Run> latest(String productId, @Nullable String version) {
        return jdbc.sql("""
                        select * from run where product_id = :product and (:version::text is null or version = :version)
                        order by sequence desc limit 1
                        """)
                .param("product", productId)
                .param("version", version)
                .query(JdbcRuns::run)
                .optional();
    }

    @Override
    public List<Run> history(String productId, @Nullable String version, long before, int limit) {
        return jdbc.sql("""
                        select * from run
                        where product_id = :product and sequence < :before and (:version::text is null or version = :version)
                        order by sequence desc limit :limit
                        """)
                .param("product", productId)
                .param("version", version)
                .param("before", before)
                .param("limit", limit)
                .query(JdbcRuns::run)
                .list();
    }

    private static Run run(ResultSet row, int n) throws SQLException {
        return new Run(
                row.getString("product_id"),
                row.getString("version"),
                row.getLong("sequence"),
                row.getString("trigger"),
                JSON.readValue(row.getString("scorecard"), Scorecard.class),
                row.getObject("scored_at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant());
    }

    private static <R, V> V[] column(
            Collection<R> rows, Function<R, ? extends @Nullable V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
