package io.meshwork.notifier.matching.jdbc;

import io.meshwork.notifier.matching.Changes;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.jdbc.SubscriptionRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes by the transaction that {@code subscription.changed_in} names, between two snapshots of PostgreSQL. */
@Component
class JdbcChanges implements Changes {

    private static final int LIMIT = 5_000;
    /** Before the first transaction. */
    private static final String ORIGIN = "1:1:";

    private final JdbcClient jdbc;

    JdbcChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Now is the snapshot of the one statement that also reads the rows. The limit is what tells the planner, whatever it knows of
     * the rows, that few are wanted. A restored row may name a transaction that this server has yet to reach; it is read with all
     * others at first.
     */
    @Override
    public Page read(@Nullable Position seen, @Nullable Page after) {
        var from = seen == null ? ORIGIN : seen.snapshot();
        var last = after == null ? null : after.last();
        var rows = new Rows(after == null ? null : after.now());
        jdbc.sql("""
                        select now.*, s.*, s.changed_in::text as change,
                            coalesce(s.changed_in = pg_current_xact_id_if_assigned(), false) as own
                        from (select coalesce(:to, pg_current_snapshot()::text) as snapshot,
                                pg_current_xact_id_if_assigned()::text as reader,
                                concat_ws('/', y.system_identifier, c.timeline_id, 'subscription'::regclass::oid) as database
                            from pg_control_system() y, pg_control_checkpoint() c) as now
                        left join lateral (
                            select * from subscription
                            where (changed_in, id) > (:change::text::xid8, :id)
                                and not pg_visible_in_snapshot(changed_in, :seen::text::pg_snapshot)
                                and (:all or pg_visible_in_snapshot(changed_in, now.snapshot::pg_snapshot)
                                    or coalesce(changed_in = pg_current_xact_id_if_assigned(), false))
                            order by changed_in, id limit %d) as s on true
                        order by s.changed_in, s.id""".formatted(LIMIT))
                .param("to", after == null ? null : after.now().snapshot())
                .param("change", last == null ? from.substring(0, from.indexOf(':')) : last.change())
                .param("id", last == null ? "" : last.id())
                .param("seen", from)
                .param("all", seen == null)
                .query(rows::add);
        return rows.page();
    }

    private static final class Rows {

        private final List<Stored> committed = new ArrayList<>();
        private final List<Stored> own = new ArrayList<>();
        private @Nullable Position now;
        private @Nullable Last last;

        Rows(@Nullable Position now) {
            this.now = now;
        }

        void add(ResultSet row) throws SQLException {
            now = new Position(
                    row.getString("database"),
                    SnapshotText.without(row.getString("snapshot"), row.getString("reader")));
            if (row.getString("id") != null) {
                (row.getBoolean("own") ? own : committed).add(SubscriptionRow.read(row));
                last = new Last(row.getString("change"), row.getString("id"));
            }
        }

        Page page() {
            if (now == null) {
                throw new IllegalStateException("PostgreSQL always has a current snapshot");
            }
            return new Page(committed, own, now, committed.size() + own.size() < LIMIT ? null : last);
        }
    }
}
