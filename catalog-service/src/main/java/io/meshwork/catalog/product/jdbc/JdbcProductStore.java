package io.meshwork.catalog.product.jdbc;

import io.meshwork.catalog.product.DecidedSubmission;
import io.meshwork.catalog.product.Judgement;
import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.ProductState;
import io.meshwork.catalog.product.ProductState.Latest;
import io.meshwork.catalog.product.ProductStore;
import io.meshwork.catalog.product.Score;
import io.meshwork.catalog.product.Standing;
import io.meshwork.catalog.product.Verdict;
import io.meshwork.catalog.product.VersionId;
import io.meshwork.contract.version.SemanticVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The catalog's state in PostgreSQL; each statement takes a whole batch. */
@Repository
class JdbcProductStore implements ProductStore {

    private final JdbcClient jdbc;

    JdbcProductStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(Collection<String> productIds) {
        String[] ids = productIds.stream().sorted().toArray(String[]::new);
        jdbc.sql("insert into product (id) select unnest(:ids::text[]) on conflict do nothing")
                .param("ids", ids)
                .update();
        jdbc.sql("select id from product where id = any(:ids::text[]) order by id for update")
                .param("ids", ids)
                .query(String.class)
                .list();
    }

    @Override
    public Map<String, ProductState> states(Collection<VersionId> versions) {
        Map<String, Map<String, String>> hashes = contentHashes(versions);
        Map<String, ProductState> states = new HashMap<>();
        jdbc.sql("""
                        select p.id, p.revision, p.latest_version, p.lives, c.contract
                        from product p
                        left join product_contract c on c.product_id = p.id and c.version = p.latest_version
                        where p.id = any(:ids::text[])
                        """).param("ids", Column.texts(versions, VersionId::productId)).query(row -> {
            String id = row.getString("id");
            states.put(
                    id,
                    new ProductState(
                            id,
                            row.getLong("revision"),
                            latest(row),
                            Json.lives(row.getString("lives")),
                            List.of(),
                            hashes.getOrDefault(id, Map.of())));
        });
        addDependents(states);
        return states;
    }

    /** Nothing is made from a product that never had a version, so first versions ask for nothing more. */
    private void addDependents(Map<String, ProductState> states) {
        List<String> published = states.values().stream()
                .filter(state -> state.latest() != null)
                .map(ProductState::id)
                .toList();
        if (!published.isEmpty()) {
            DependentRows.of(jdbc, published)
                    .forEach((id, dependents) ->
                            states.computeIfPresent(id, (same, state) -> state.withDependents(dependents)));
        }
    }

    private static @Nullable Latest latest(ResultSet row) throws SQLException {
        String version = row.getString("latest_version");
        return version == null
                ? null
                : new Latest(SemanticVersion.parse(version).orElseThrow(), row.getString("contract"));
    }

    private Map<String, Map<String, String>> contentHashes(Collection<VersionId> versions) {
        Map<String, Map<String, String>> hashes = new HashMap<>();
        jdbc.sql("""
                        select product_id, version, content_hash
                        from product_version join unnest(:ids::text[], :versions::text[]) as asked(product_id, version)
                            using (product_id, version)
                        """)
                .param("ids", Column.texts(versions, VersionId::productId))
                .param("versions", Column.texts(versions, VersionId::version))
                .query(row -> {
                    hashes.computeIfAbsent(row.getString("product_id"), id -> new HashMap<>())
                            .put(row.getString("version"), row.getString("content_hash"));
                });
        return hashes;
    }

    @Override
    public void addVersions(Collection<Published> published) {
        if (!published.isEmpty()) {
            PublishedRows.insert(jdbc, published);
        }
    }

    @Override
    public void updateListings(Collection<Standing> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update product set
                            revision = r.revision, latest_version = r.version, state = r.state, compliance = r.compliance,
                            lifecycle = r.lifecycle, lives = r.lives::jsonb, quality = r.quality, quality_score = r.score::float8, reasons = r.reasons::jsonb,
                            submitted_at = r.submitted::timestamptz, changed_at = r.changed::timestamptz,
                            listed_at = case
                                when r.state = 'pending' then null
                                else coalesce(product.listed_at, r.changed::timestamptz) end
                        from unnest(
                            :ids::text[], :versions::text[], :revisions::bigint[], :states::text[], :compliances::text[],
                            :qualities::text[], :scores::text[], :reasons::text[], :submitted::text[], :changed::text[],
                            :lifecycles::text[], :lives::text[])
                        as r(id, version, revision, state, compliance, quality, score, reasons, submitted, changed, lifecycle, lives)
                        where product.id = r.id
                        """)
                .param("ids", Column.texts(rows, Standing::productId))
                .param("versions", Column.texts(rows, Standing::version))
                .param("revisions", Column.numbers(rows, Standing::revision))
                .param("states", Column.texts(rows, row -> row.listing().state().text()))
                .param(
                        "compliances",
                        Column.texts(rows, row -> row.listing().compliance().text()))
                .param(
                        "qualities",
                        Column.texts(rows, row -> row.listing().quality().text()))
                .param("scores", Column.texts(rows, row -> row.listing().qualityScore()))
                .param(
                        "reasons",
                        Column.texts(rows, row -> Json.write(row.listing().reasons())))
                .param("submitted", Column.texts(rows, Standing::submittedAt))
                .param("changed", Column.texts(rows, Standing::changedAt))
                .param("lifecycles", Column.texts(rows, Standing::lifecycle))
                .param("lives", Column.texts(rows, row -> Json.write(row.lives().all())))
                .update();
    }

    @Override
    public void remember(Collection<Standing> rows) {
        if (!rows.isEmpty()) {
            HistoryRows.insert(jdbc, rows);
        }
    }

    @Override
    public void decided(Collection<DecidedSubmission> rows) {
        jdbc.sql("""
                        insert into submission (
                            id, product_id, version, status, revision, problems, principal, document_hash, submitted_at, decided_at)
                        select id::uuid, product, version, status, revision::bigint, problems::jsonb, principal, hash,
                            submitted::timestamptz, decided::timestamptz
                        from unnest(
                            :ids::text[], :products::text[], :versions::text[], :statuses::text[], :revisions::text[],
                            :problems::text[], :principals::text[], :hashes::text[], :submitted::text[], :decided::text[])
                        as r(id, product, version, status, revision, problems, principal, hash, submitted, decided)
                        """)
                .param("ids", Column.texts(rows, DecidedSubmission::id))
                .param("products", Column.texts(rows, DecidedSubmission::productId))
                .param("versions", Column.texts(rows, DecidedSubmission::version))
                .param("statuses", Column.texts(rows, row -> row.status().text()))
                .param("revisions", Column.texts(rows, DecidedSubmission::revision))
                .param("problems", Column.texts(rows, row -> Json.write(row.problems())))
                .param("principals", Column.texts(rows, DecidedSubmission::principal))
                .param("hashes", Column.texts(rows, DecidedSubmission::documentHash))
                .param("submitted", Column.texts(rows, DecidedSubmission::submittedAt))
                .param("decided", Column.texts(rows, DecidedSubmission::decidedAt))
                .update();
    }

    @Override
    public Set<VersionId> known(Collection<VersionId> versions) {
        return new HashSet<>(jdbc.sql("""
                        select product_id, version
                        from product_version join unnest(:ids::text[], :versions::text[]) as asked(product_id, version)
                            using (product_id, version)
                        """)
                .param("ids", Column.texts(versions, VersionId::productId))
                .param("versions", Column.texts(versions, VersionId::version))
                .query((row, n) -> new VersionId(row.getString("product_id"), row.getString("version")))
                .list());
    }

    @Override
    public void judge(Collection<Judgement> judgements) {
        JudgementRows.write(jdbc, judgements);
    }

    @Override
    public List<Judged> judged(Collection<String> productIds) {
        return jdbc.sql("select " + Rows.HEADER + ", " + Rows.LISTING + """
                        , p.latest_version, p.revision, p.submitted_at, p.lives, j.detail as verdict, s.detail as score
                        from product p
                        join product_version v on v.product_id = p.id and v.version = p.latest_version
                        """ + Rows.VERDICT + "\n" + Rows.SCORE + """

                        where p.id = any(:ids::text[])
                        """)
                .param("ids", productIds.toArray(String[]::new))
                .query((row, n) -> new Judged(
                        Rows.header(row),
                        row.getString("latest_version"),
                        Rows.listing(row),
                        row.getLong("revision"),
                        Rows.knownInstant(row, "submitted_at"),
                        Json.lives(row.getString("lives")),
                        Json.read(row.getString("verdict"), Verdict.class),
                        Json.read(row.getString("score"), Score.class)))
                .list();
    }

    @Override
    public void refreshed(Map<String, Instant> refreshedAt) {
        var rows = refreshedAt.entrySet();
        jdbc.sql("""
                        insert into product (id, refreshed_at)
                        select id, refreshed::timestamptz from unnest(:ids::text[], :refreshed::text[]) as r(id, refreshed)
                        order by id
                        on conflict (id) do update set refreshed_at = excluded.refreshed_at
                            where product.refreshed_at is null or product.refreshed_at < excluded.refreshed_at
                        """)
                .param("ids", Column.texts(rows, Map.Entry::getKey))
                .param("refreshed", Column.texts(rows, Map.Entry::getValue))
                .update();
    }
}
