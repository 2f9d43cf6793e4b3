package io.meshwork.policy.define.jdbc;

import io.meshwork.policy.define.Origin;
import io.meshwork.policy.define.PolicyVersion;
import io.meshwork.policy.define.PolicyVersions;
import io.meshwork.policy.document.Category;
import io.meshwork.policy.document.Enforcement;
import io.meshwork.policy.document.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lock is an advisory one, whose queue is fair: many judges cannot keep out the one who changes a policy. */
@Repository
public class JdbcPolicyVersions implements PolicyVersions {

    private final JdbcClient jdbc;

    JdbcPolicyVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long lockForChange() {
        jdbc.sql("select pg_advisory_xact_lock('policy_set'::regclass::oid::bigint)")
                .query(rows -> {});
        return setRevision();
    }

    @Override
    public long lockForJudging() {
        jdbc.sql("select pg_advisory_xact_lock_shared('policy_set'::regclass::oid::bigint)")
                .query(rows -> {});
        return setRevision();
    }

    @Override
    public long setRevision() {
        return jdbc.sql("select revision from policy_set").query(Long.class).single();
    }

    @Override
    public List<PolicyVersion> newest() {
        return jdbc.sql("select distinct on (policy_id) * from policy_version order by policy_id, revision desc")
                .query(JdbcPolicyVersions::version)
                .list();
    }

    @Override
    public void add(long setRevision, List<PolicyVersion> versions) {
        for (PolicyVersion v : versions) {
            jdbc.sql("""
                            insert into policy_version (policy_id, revision, set_revision, title, scope, category, enforcement,
                                                        document, origin, source, withdrawn, principal, changed_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            v.id(),
                            v.revision(),
                            v.setRevision(),
                            v.title(),
                            v.scope().text(),
                            v.category().text(),
                            v.enforcement().text(),
                            v.document(),
                            v.origin().name().toLowerCase(Locale.ROOT),
                            v.source(),
                            v.withdrawn(),
                            v.principal(),
                            Timestamp.from(v.changedAt()))
                    .update();
        }
        jdbc.sql("update policy_set set revision = ?, changed_at = now()")
                .param(setRevision)
                .update();
    }

    /** Policies in force after this id, by id. */
    public List<PolicyVersion> page(@Nullable String after, int limit) {
        return jdbc.sql("""
                        select * from (select distinct on (policy_id) * from policy_version
                                        where policy_id > :after order by policy_id, revision desc) newest
                         where not withdrawn order by policy_id limit :limit
                        """)
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query(JdbcPolicyVersions::version)
                .list();
    }

    /** The newest revision of a policy, also when it is withdrawn. */
    public Optional<PolicyVersion> find(String policyId) {
        return jdbc.sql("select * from policy_version where policy_id = ? order by revision desc limit 1")
                .param(policyId)
                .query(JdbcPolicyVersions::version)
                .optional();
    }

    private static PolicyVersion version(ResultSet row, int n) throws SQLException {
        return new PolicyVersion(
                row.getString("policy_id"),
                row.getLong("revision"),
                row.getLong("set_revision"),
                row.getString("title"),
                Scope.parse(row.getString("scope")).orElseThrow(),
                Category.valueOf(upper(row, "category")),
                Enforcement.valueOf(upper(row, "enforcement")),
                row.getString("document"),
                Origin.valueOf(upper(row, "origin")),
                row.getString("source"),
                row.getBoolean("withdrawn"),
                row.getString("principal"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static String upper(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }
}
