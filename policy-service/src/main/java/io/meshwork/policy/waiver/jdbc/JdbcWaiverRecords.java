package io.meshwork.policy.waiver.jdbc;

import io.meshwork.policy.inforce.SetRevision;
import io.meshwork.policy.judgement.Waiver;
import io.meshwork.policy.judgement.Waivers;
import io.meshwork.policy.waiver.WaiverRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWaiverRecords implements WaiverRecords {

    private final JdbcClient jdbc;

    JdbcWaiverRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Waivers inForceAt(SetRevision set) {
        return new Waivers(
                jdbc.sql("""
                                select * from (select distinct on (waiver_id) * from waiver_version where set_revision <= :set
                                                order by waiver_id, revision desc) newest
                                 where not withdrawn and ends_at > :moment
                                """)
                        .param("set", set.number())
                        .param("moment", Timestamp.from(set.asOf()))
                        .query(JdbcWaiverRecords::waiver)
                        .list(),
                set.asOf());
    }

    private static Waiver waiver(ResultSet row, int n) throws SQLException {
        return new Waiver(
                row.getString("waiver_id"),
                row.getString("policy_id"),
                row.getString("rule"),
                row.getString("subject"),
                row.getString("approver"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant());
    }
}
