package io.meshwork.policy.waiver.jdbc;

import io.meshwork.policy.waiver.Exemption;
import io.meshwork.policy.waiver.WaiverQuery;
import io.meshwork.policy.waiver.WaiverVersion;
import io.meshwork.policy.waiver.WaiverVersions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcWaiverVersions implements WaiverVersions {

    private final JdbcClient jdbc;

    JdbcWaiverVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, WaiverVersion> newest(Collection<String> ids) {
        return jdbc
                .sql("""
                        select distinct on (waiver_id) * from waiver_version where waiver_id = any(:ids)
                         order by waiver_id, revision desc
                        """)
                // no text of PostgreSQL has a zero character in it, and no waiver such an id
                .param("ids", ids.stream().filter(id -> id.indexOf('\0') < 0).toArray(String[]::new))
                .query(JdbcWaiverVersions::version)
                .stream()
                .collect(Collectors.toMap(WaiverVersion::id, Function.identity()));
    }

    public Optional<WaiverVersion> find(String id) {
        return Optional.ofNullable(newest(Set.of(id)).get(id));
    }

    /** Waivers after this id, by id, each in its newest revision. */
    public List<WaiverVersion> page(WaiverQuery query, @Nullable String after, int limit) {
        return jdbc.sql("""
                        select * from (select distinct on (waiver_id) * from waiver_version
                                        where waiver_id > :after order by waiver_id, revision desc) newest
                         where (:moment::timestamptz is null or not withdrawn and ends_at > :moment::timestamptz)
                           and (:subject::text is null or subject = :subject::text)
                           and (:policy::text is null or policy_id = :policy::text)
                         order by waiver_id limit :limit
                        """)
                .param("after", after == null ? "" : after)
                .param("moment", timestamp(query.notOverAt()))
                .param("subject", query.subject())
                .param("policy", query.policyId())
                .param("limit", limit)
                .query(JdbcWaiverVersions::version)
                .list();
    }

    @Override
    public void add(List<WaiverVersion> versions) {
        for (WaiverVersion v : versions) {
            jdbc.sql("""
                            insert into waiver_version (waiver_id, revision, set_revision, policy_id, rule, subject, reason, owner,
                                                        starts_at, ends_at, source, approver, withdrawn, changed_at)
                            values (:id, :revision, :set, :policy, :rule, :subject, :reason, :owner,
                                    :starts, :ends, :source, :approver, :withdrawn, :changed)
                            """)
                    .param("id", v.id())
                    .param("revision", v.revision())
                    .param("set", v.setRevision())
                    .param("policy", v.exemption().policyId())
                    .param("rule", v.exemption().rule())
                    .param("subject", v.exemption().subject())
                    .param("reason", v.exemption().reason())
                    .param("owner", v.exemption().owner())
                    .param("starts", Timestamp.from(v.startsAt()))
                    .param("ends", Timestamp.from(v.endsAt()))
                    .param("source", v.source())
                    .param("approver", v.approver())
                    .param("withdrawn", v.withdrawn())
                    .param("changed", Timestamp.from(v.changedAt()))
                    .update();
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static WaiverVersion version(ResultSet row, int n) throws SQLException {
        return new WaiverVersion(
                row.getString("waiver_id"),
                row.getLong("revision"),
                row.getLong("set_revision"),
                new Exemption(
                        row.getString("policy_id"),
                        row.getString("rule"),
                        row.getString("subject"),
                        row.getString("reason"),
                        row.getString("owner")),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("source"),
                row.getString("approver"),
                row.getBoolean("withdrawn"),
                row.getTimestamp("changed_at").toInstant());
    }
}
