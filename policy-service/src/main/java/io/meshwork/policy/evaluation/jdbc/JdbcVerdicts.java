package io.meshwork.policy.evaluation.jdbc;

import io.meshwork.policy.evaluation.JudgedVersion;
import io.meshwork.policy.evaluation.MeshFacts.Place;
import io.meshwork.policy.evaluation.MeshFacts.Subject;
import io.meshwork.policy.evaluation.PublishedVersion;
import io.meshwork.policy.evaluation.Verdicts;
import io.meshwork.policy.evaluation.VersionId;
import io.meshwork.policy.inforce.Walk;
import io.meshwork.policy.judgement.Verdict;
import io.meshwork.policy.judgement.Verdict.Compliance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One statement per batch. */
@Repository
class JdbcVerdicts implements Verdicts {

    private static final String LAST = """
            left join lateral (select set_revision, confirmed_revision, compliance, policies_evaluated, violations,
                                      evaluated_at, inputs
                                 from verdict l where l.product_id = p.product_id and l.version = p.version
                                order by set_revision desc, evaluated_at desc limit 1) v on true
            """;

    private final JdbcClient jdbc;

    JdbcVerdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<VersionId> publish(Collection<Subject> subjects) {
        Set<VersionId> fresh = new HashSet<>();
        if (subjects.isEmpty()) {
            return fresh;
        }
        List<PublishedVersion> versions =
                subjects.stream().map(Subject::version).toList();
        jdbc.sql("""
                        insert into published_version (product_id, version, domain, revision, contract, previous_version,
                                                       changes, upstreams)
                        select product_id, version, domain, revision, contract, previous_version, changes,
                               string_to_array(upstreams, ',')
                          from unnest(:ids::text[], :numbers::text[], :domains::text[], :revisions::bigint[],
                                      :contracts::text[], :previous::text[], :changes::text[], :upstreams::text[])
                               as v (product_id, version, domain, revision, contract, previous_version, changes, upstreams)
                        on conflict do nothing
                        returning product_id, version
                        """)
                .param("ids", column(versions, PublishedVersion::productId, String[]::new))
                .param("numbers", column(versions, PublishedVersion::version, String[]::new))
                .param("domains", column(versions, PublishedVersion::domain, String[]::new))
                .param("revisions", column(versions, PublishedVersion::revision, Long[]::new))
                .param("contracts", column(versions, PublishedVersion::contract, String[]::new))
                .param("previous", column(versions, PublishedVersion::previousVersion, String[]::new))
                .param("changes", column(versions, PublishedVersion::changes, String[]::new))
                .param(
                        "upstreams",
                        subjects.stream()
                                .map(subject ->
                                        String.join(",", subject.product().upstreamIds()))
                                .toArray(String[]::new))
                .query(row -> {
                    fresh.add(new VersionId(row.getString(1), row.getString(2)));
                });
        return fresh;
    }

    @Override
    public void add(List<JudgedVersion> judged) {
        if (judged.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into verdict (product_id, version, set_revision, confirmed_revision, compliance,
                                             policies_evaluated, violations, evaluated_at, blocks_at, inputs)
                        select product_id, version, set_revision, set_revision, compliance, evaluated, violations, at,
                               blocks_at, inputs
                          from unnest(:products::text[], :versions::text[], :sets::bigint[], :compliances::text[],
                                      :evaluated::int[], :violations::text[], :times::timestamptz[],
                                      :blocks::timestamptz[], :inputs::text[])
                               as v (product_id, version, set_revision, compliance, evaluated, violations, at, blocks_at,
                                     inputs)
                        """)
                .param("products", column(judged, JudgedVersion::productId, String[]::new))
                .param("versions", column(judged, JudgedVersion::version, String[]::new))
                .param("sets", column(judged, j -> j.verdict().policySetRevision(), Long[]::new))
                .param(
                        "compliances",
                        column(judged, j -> j.verdict().compliance().text(), String[]::new))
                .param("evaluated", column(judged, j -> j.verdict().policiesEvaluated(), Integer[]::new))
                .param(
                        "violations",
                        column(judged, j -> ViolationJson.write(j.verdict().violations()), String[]::new))
                .param("times", column(judged, j -> Timestamp.from(j.evaluatedAt()), Timestamp[]::new))
                .param(
                        "blocks",
                        column(
                                judged,
                                j -> j.verdict().blocksAt().map(Timestamp::from).orElse(null),
                                Timestamp[]::new))
                .param("inputs", column(judged, JudgedVersion::inputs, String[]::new))
                .update();
    }

    @Override
    public void confirm(List<JudgedVersion> last, long setRevision) {
        if (!last.isEmpty()) {
            jdbc.sql("""
                            update verdict v set confirmed_revision = :revision
                              from unnest(:products::text[], :versions::text[], :sets::bigint[], :times::timestamptz[])
                                   as n (product_id, version, set_revision, evaluated_at)
                             where v.product_id = n.product_id and v.version = n.version
                               and v.set_revision = n.set_revision and v.evaluated_at = n.evaluated_at
                            """)
                    .param("revision", setRevision)
                    .param("products", column(last, JudgedVersion::productId, String[]::new))
                    .param("versions", column(last, JudgedVersion::version, String[]::new))
                    .param("sets", column(last, j -> j.verdict().policySetRevision(), Long[]::new))
                    .param("times", column(last, j -> Timestamp.from(j.evaluatedAt()), Timestamp[]::new))
                    .update();
        }
    }

    @Override
    public List<PublishedVersion> page(Walk walk, String afterProductId, int limit) {
        return jdbc.sql(newest("*", walk))
                .param("after", afterProductId)
                .param("limit", limit)
                .param("id", id(walk))
                .query(JdbcVerdicts::version)
                .list();
    }

    @Override
    public List<Place> places(Walk walk, String afterProductId, int limit) {
        return jdbc.sql(newest("product_id, version, upstreams", walk))
                .param("after", afterProductId)
                .param("limit", limit)
                .param("id", id(walk))
                .query((row, n) -> new Place(
                        new VersionId(row.getString("product_id"), row.getString("version")),
                        Set.of((String[]) row.getArray("upstreams").getArray())))
                .list();
    }

    @Override
    public long count(Walk walk) {
        return jdbc.sql("select count(distinct product_id) from published_version where " + condition(walk))
                .param("id", id(walk))
                .query(Long.class)
                .single();
    }

    private static String newest(String columns, Walk walk) {
        return """
                select distinct on (product_id) %s from published_version
                 where product_id > :after and %s
                 order by product_id, revision desc limit :limit
                """.formatted(columns, condition(walk));
    }

    private static String condition(Walk walk) {
        return switch (walk) {
            case Walk.All all -> "true";
            case Walk.Daily daily -> "true";
            case Walk.Domain domain -> "domain = :id";
            case Walk.Product product -> "product_id = :id";
            case Walk.Downstream downstream -> "upstreams @> array[:id::text]";
            case Walk.GraceEnded ended -> """
                        product_id in (select g.product_id from verdict g
                                        where g.blocks_at <= :id::timestamptz and not exists (
                                              select 1 from verdict n
                                               where n.product_id = g.product_id and n.version = g.version
                                                 and (n.set_revision, n.evaluated_at) > (g.set_revision, g.evaluated_at)))
                        """;
        };
    }

    private static @Nullable String id(Walk walk) {
        return switch (walk) {
            case Walk.Domain(var id) -> id;
            case Walk.Product(var id) -> id;
            case Walk.Downstream(var id) -> id;
            case Walk.All all -> null;
            case Walk.Daily daily -> null;
            case Walk.GraceEnded(var end) -> end.toString();
        };
    }

    @Override
    public List<PublishedVersion> newest(Set<String> products) {
        return jdbc.sql("""
                        select distinct on (product_id) * from published_version
                         where product_id = any(:products::text[]) order by product_id, revision desc
                        """)
                .param("products", products.toArray(String[]::new))
                .query(JdbcVerdicts::version)
                .list();
    }

    @Override
    public Set<String> withDownstream(Set<String> products) {
        return products.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("""
                                select id from unnest(:products::text[]) as n (id)
                                 where exists (select 1 from published_version where upstreams @> array[id])
                                """)
                        .param("products", products.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    @Override
    public List<Candidate> candidates(Collection<VersionId> versions) {
        return versions.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select p.*, v.* from published_version p
                                  join unnest(:products::text[], :versions::text[]) as n (product_id, version)
                                    on n.product_id = p.product_id and n.version = p.version
                                """ + LAST + " order by p.product_id, p.version")
                        .param(
                                "products",
                                versions.stream().map(VersionId::productId).toArray(String[]::new))
                        .param(
                                "versions",
                                versions.stream().map(VersionId::version).toArray(String[]::new))
                        .query(JdbcVerdicts::candidate)
                        .list();
    }

    private static Candidate candidate(ResultSet row, int n) throws SQLException {
        boolean judged = row.getString("compliance") != null;
        return new Candidate(version(row, n), judged ? judged(row) : null, row.getLong("confirmed_revision"));
    }

    private static PublishedVersion version(ResultSet row, int n) throws SQLException {
        return new PublishedVersion(
                row.getString("product_id"),
                row.getString("version"),
                row.getString("domain"),
                row.getLong("revision"),
                row.getString("contract"),
                row.getString("previous_version"),
                row.getString("changes"));
    }

    @Override
    public Optional<PublishedVersion> published(VersionId version) {
        return jdbc.sql("select * from published_version where product_id = ? and version = ?")
                .params(version.productId(), version.version())
                .query(JdbcVerdicts::version)
                .optional();
    }

    @Override
    public Optional<Kept> find(String productId, @Nullable String version) {
        return jdbc.sql("""
                        select v.* from verdict v join published_version p using (product_id, version)
                         where product_id = :product and (version = :version or :version::text is null)
                         order by p.revision desc, v.set_revision desc, v.evaluated_at desc limit 1
                        """)
                .param("product", productId)
                .param("version", version)
                .query((row, n) -> new Kept(judged(row), row.getLong("confirmed_revision")))
                .optional();
    }

    private static JudgedVersion judged(ResultSet row) throws SQLException {
        return new JudgedVersion(
                row.getString("product_id"),
                row.getString("version"),
                verdict(row),
                row.getTimestamp("evaluated_at").toInstant(),
                row.getString("inputs"));
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                row.getLong("set_revision"),
                Compliance.valueOf(row.getString("compliance").toUpperCase(Locale.ROOT)),
                row.getInt("policies_evaluated"),
                ViolationJson.read(row.getString("violations")));
    }

    private static <T, V> @Nullable V[] column(
            List<T> rows, Function<T, @Nullable V> value, IntFunction<@Nullable V[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
