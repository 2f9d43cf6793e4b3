package io.meshwork.policy.evaluation.jdbc;

import io.meshwork.messaging.jdbc.Jobs;
import io.meshwork.policy.evaluation.WalkProgress;
import io.meshwork.policy.evaluation.WalkProgresses;
import io.meshwork.policy.inforce.Reevaluation;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWalkProgresses implements WalkProgresses {

    private final JdbcClient jdbc;
    private final Jobs jobs;

    JdbcWalkProgresses(JdbcClient jdbc, Jobs jobs) {
        this.jdbc = jdbc;
        this.jobs = jobs;
    }

    @Override
    public void keep(WalkProgress progress) {
        jdbc.sql("""
                        insert into walk_progress (walk, set_revision, products, reached, changed, started_at, moved_at, finished)
                        values (:walk, :set, :products, :reached, :changed, :started, :moved, :finished)
                        on conflict (walk) do update set
                            set_revision = excluded.set_revision, products = excluded.products, reached = excluded.reached,
                            changed = excluded.changed, started_at = excluded.started_at, moved_at = excluded.moved_at,
                            finished = excluded.finished
                        """)
                .param("walk", progress.walk())
                .param("set", progress.setRevision())
                .param("products", progress.products())
                .param("reached", progress.reached())
                .param("changed", progress.changed())
                .param("started", Timestamp.from(progress.startedAt()))
                .param("moved", Timestamp.from(progress.movedAt()))
                .param("finished", progress.finished())
                .update();
    }

    @Override
    public List<WalkProgress> all() {
        return jdbc.sql("select * from walk_progress order by finished, moved_at desc, walk")
                .query((row, n) -> new WalkProgress(
                        row.getString("walk"),
                        row.getLong("set_revision"),
                        row.getLong("products"),
                        row.getLong("reached"),
                        row.getLong("changed"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("moved_at").toInstant(),
                        row.getBoolean("finished")))
                .list();
    }

    @Override
    public List<String> due() {
        return jobs.due(Reevaluation.KIND);
    }

    @Override
    public void trim(Instant before) {
        jdbc.sql("delete from walk_progress where moved_at < ?")
                .param(Timestamp.from(before))
                .update();
    }
}
