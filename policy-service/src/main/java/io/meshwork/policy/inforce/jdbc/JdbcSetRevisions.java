package io.meshwork.policy.inforce.jdbc;

import io.meshwork.policy.inforce.SetRevision;
import io.meshwork.policy.inforce.SetRevisions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lock is an advisory one, whose queue is fair: many judges cannot keep out the one who changes a policy. */
@Repository
class JdbcSetRevisions implements SetRevisions {

    private static final String ALL = "select revision, as_of from policy_set";

    private final JdbcClient jdbc;

    JdbcSetRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SetRevision lockForChange() {
        jdbc.sql("select pg_advisory_xact_lock('policy_set'::regclass::oid::bigint)")
                .query(rows -> {});
        return current();
    }

    @Override
    public SetRevision lockForJudging() {
        jdbc.sql("select pg_advisory_xact_lock_shared('policy_set'::regclass::oid::bigint)")
                .query(rows -> {});
        return current();
    }

    @Override
    public SetRevision current() {
        return jdbc.sql(ALL + " order by revision desc limit 1")
                .query(JdbcSetRevisions::revision)
                .single();
    }

    @Override
    public Optional<SetRevision> find(long number) {
        return jdbc.sql(ALL + " where revision = ?")
                .param(number)
                .query(JdbcSetRevisions::revision)
                .optional();
    }

    @Override
    public void add(SetRevision next) {
        jdbc.sql("insert into policy_set (revision, as_of) values (?, ?)")
                .params(next.number(), Timestamp.from(next.asOf()))
                .update();
    }

    private static SetRevision revision(ResultSet row, int n) throws SQLException {
        return new SetRevision(
                row.getLong("revision"), row.getTimestamp("as_of").toInstant());
    }
}
