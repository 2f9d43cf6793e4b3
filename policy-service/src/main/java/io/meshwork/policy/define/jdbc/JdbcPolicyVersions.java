package io.meshwork.policy.define.jdbc;

import io.meshwork.policy.define.Origin;
import io.meshwork.policy.define.PolicyVersion;
import io.meshwork.policy.define.PolicyVersions;
import io.meshwork.policy.model.Category;
import io.meshwork.policy.model.Enforcement;
import io.meshwork.policy.model.Rollout;
import io.meshwork.policy.model.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcPolicyVersions implements PolicyVersions {

    private final JdbcClient jdbc;

    JdbcPolicyVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PolicyVersion> newest() {
        return jdbc.sql("select distinct on (policy_id) * from policy_version order by policy_id, revision desc")
                .query(JdbcPolicyVersions::version)
                .list();
    }

    @Override
    public List<PolicyVersion> asOf(long setRevision) {
        return jdbc.sql("""
                        select distinct on (policy_id) * from policy_version where set_revision <= ?
                         order by policy_id, revision desc
                        """)
                .param(setRevision)
                .query(JdbcPolicyVersions::version)
                .list();
    }

    @Override
    public void add(List<PolicyVersion> versions) {
        for (PolicyVersion v : versions) {
            jdbc.sql("""
                            insert into policy_version (policy_id, revision, set_revision, title, scope, category, enforcement, schedule,
                                                        document, origin, source, withdrawn, principal, changed_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            v.id(),
                            v.revision(),
                            v.setRevision(),
                            v.title(),
                            v.scope().text(),
                            v.category().text(),
                            v.rollout().first().text(),
                            ScheduleText.write(v.rollout()),
                            v.document(),
                            v.origin().name().toLowerCase(Locale.ROOT),
                            v.source(),
                            v.withdrawn(),
                            v.principal(),
                            Timestamp.from(v.changedAt()))
                    .update();
        }
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
                new Rollout(
                        Enforcement.valueOf(upper(row, "enforcement")), ScheduleText.read(row.getString("schedule"))),
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
