package io.meshwork.policy.evaluation.jdbc;

import io.meshwork.policy.evaluation.Evaluation;
import io.meshwork.policy.evaluation.JudgedVersion;
import io.meshwork.policy.evaluation.PublishedVersion;
import io.meshwork.policy.evaluation.Verdicts;
import io.meshwork.policy.judgement.Verdict;
import io.meshwork.policy.judgement.Verdict.Compliance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** One statement per batch. */
@Repository
class JdbcVerdicts implements Verdicts {

    private static final String NEW_VERDICTS = """
            insert into verdict (product_id, version, set_revision, confirmed_revision, compliance, policies_evaluated,
                                 violations, evaluated_at)
            select product_id, version, set_revision, set_revision, compliance, evaluated, violations, at
              from unnest(:products::text[], :versions::text[], :sets::bigint[], :compliances::text[], :evaluated::int[],
                          :violations::text[], :times::timestamptz[])
                   as v (product_id, version, set_revision, compliance, evaluated, violations, at)
            on conflict do nothing
            returning product_id, version
            """;

    private final JdbcClient jdbc;

    JdbcVerdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> keep(List<PublishedVersion> versions, List<JudgedVersion> judged) {
        Set<String> fresh = new HashSet<>();
        StatementSpec statement = jdbc.sql("""
                        with contract as (
                            insert into published_version (product_id, version, domain, revision, contract)
                            select * from unnest(:ids::text[], :numbers::text[], :domains::text[], :revisions::bigint[],
                                                 :contracts::text[])
                            on conflict do nothing)
                        """ + NEW_VERDICTS)
                .param("ids", column(versions, PublishedVersion::productId, String[]::new))
                .param("numbers", column(versions, PublishedVersion::version, String[]::new))
                .param("domains", column(versions, PublishedVersion::domain, String[]::new))
                .param("revisions", column(versions, PublishedVersion::revision, Long[]::new))
                .param("contracts", column(versions, PublishedVersion::contract, String[]::new));
        verdicts(statement, judged).query(row -> {
            fresh.add(Evaluation.key(row.getString(1), row.getString(2)));
        });
        return fresh;
    }

    @Override
    public void replace(List<JudgedVersion> judged) {
        if (!judged.isEmpty()) {
            verdicts(jdbc.sql(NEW_VERDICTS), judged).query(row -> {});
        }
    }

    private static StatementSpec verdicts(StatementSpec statement, List<JudgedVersion> judged) {
        return statement
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
                .param("times", column(judged, j -> Timestamp.from(j.evaluatedAt()), Timestamp[]::new));
    }

    @Override
    public void confirm(List<JudgedVersion> judged) {
        if (!judged.isEmpty()) {
            jdbc.sql("""
                            update verdict v set confirmed_revision = n.set_revision
                              from unnest(:products::text[], :versions::text[], :sets::bigint[])
                                   as n (product_id, version, set_revision)
                             where v.product_id = n.product_id and v.version = n.version
                               and v.set_revision = (select max(set_revision) from verdict l
                                                      where l.product_id = n.product_id and l.version = n.version)
                            """)
                    .param("products", column(judged, JudgedVersion::productId, String[]::new))
                    .param("versions", column(judged, JudgedVersion::version, String[]::new))
                    .param("sets", column(judged, j -> j.verdict().policySetRevision(), Long[]::new))
                    .update();
        }
    }

    @Override
    public List<Candidate> newest(String afterProductId, int limit) {
        return jdbc.sql("""
                        select p.*, v.*
                          from (select distinct on (product_id) product_id, version, domain, revision, contract
                                  from published_version where product_id > :after
                                 order by product_id, revision desc limit :limit) p
                          left join lateral (select set_revision, confirmed_revision, compliance, policies_evaluated, violations
                                               from verdict l where l.product_id = p.product_id and l.version = p.version
                                              order by set_revision desc limit 1) v on true
                         order by p.product_id
                        """)
                .param("after", afterProductId)
                .param("limit", limit)
                .query(JdbcVerdicts::candidate)
                .list();
    }

    private static Candidate candidate(ResultSet row, int n) throws SQLException {
        PublishedVersion version = new PublishedVersion(
                row.getString("product_id"),
                row.getString("version"),
                row.getString("domain"),
                row.getLong("revision"),
                row.getString("contract"));
        boolean judged = row.getString("compliance") != null;
        return new Candidate(version, judged ? verdict(row) : null, row.getLong("confirmed_revision"));
    }

    @Override
    public Optional<Kept> find(String productId, @Nullable String version) {
        return jdbc.sql("""
                        select v.* from verdict v join published_version p using (product_id, version)
                         where product_id = :product and (version = :version or :version::text is null)
                         order by p.revision desc, v.set_revision desc limit 1
                        """)
                .param("product", productId)
                .param("version", version)
                .query(JdbcVerdicts::kept)
                .optional();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(
                new JudgedVersion(
                        row.getString("product_id"),
                        row.getString("version"),
                        verdict(row),
                        row.getTimestamp("evaluated_at").toInstant()),
                row.getLong("confirmed_revision"));
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                row.getLong("set_revision"),
                Compliance.valueOf(row.getString("compliance").toUpperCase(Locale.ROOT)),
                row.getInt("policies_evaluated"),
                ViolationJson.read(row.getString("violations")));
    }

    private static <T, V> V[] column(List<T> rows, Function<T, V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
