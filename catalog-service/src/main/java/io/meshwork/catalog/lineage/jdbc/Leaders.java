package io.meshwork.catalog.lineage.jdbc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes one of the names of a dataset speak for all of them: the one that was known first. */
final class Leaders {

    private final Map<Long, Long> successors = new HashMap<>();

    private Leaders() {}

    /** Two datasets at the same place in both lists are the same. It happens seldom, so one transaction at a time may do it. */
    static void join(JdbcClient jdbc, List<Long> ones, List<Long> others) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('lineage_dataset.leader'))")
                .query((row, n) -> n)
                .list();
        Map<Long, Long> leaders =
                leaders(jdbc, Stream.concat(ones.stream(), others.stream()).toList());
        Leaders joined = new Leaders();
        for (int i = 0; i < ones.size(); i++) {
            Long one = leaders.get(ones.get(i));
            Long other = leaders.get(others.get(i));
            if (one != null && other != null) {
                joined.join(one, other);
            }
        }
        joined.write(jdbc);
    }

    /** As they are now that no other transaction changes them. */
    private static Map<Long, Long> leaders(JdbcClient jdbc, List<Long> ids) {
        Map<Long, Long> leaders = new HashMap<>();
        jdbc.sql("select id, leader from lineage_dataset where id = any(:ids::bigint[])")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    leaders.put(row.getLong("id"), row.getLong("leader"));
                });
        return leaders;
    }

    private void join(long one, long other) {
        long a = last(one);
        long b = last(other);
        if (a != b) {
            successors.put(Math.max(a, b), Math.min(a, b));
        }
    }

    private long last(long leader) {
        long last = leader;
        for (Long next = successors.get(last); next != null; next = successors.get(last)) {
            last = next;
        }
        return last;
    }

    private void write(JdbcClient jdbc) {
        if (successors.isEmpty()) {
            return;
        }
        List<Long> from = successors.keySet().stream().sorted().toList();
        jdbc.sql("""
                        update lineage_dataset as d set leader = r.leader
                        from unnest(:from::bigint[], :leaders::bigint[]) as r(earlier, leader)
                        where d.leader = r.earlier
                        """)
                .param("from", from.toArray(Long[]::new))
                .param("leaders", from.stream().map(this::last).toArray(Long[]::new))
                .update();
    }
}
