package io.meshwork.quality.slo.jdbc;

import io.meshwork.quality.slo.sample.Count;
import io.meshwork.quality.slo.sample.Measured;
import io.meshwork.quality.slo.sample.Span.Bucket;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Windows as reported, and their sums in buckets; the product's lock must be held. */
final class SloWindows {

    private record Key(String productId, String objective, Instant start, Instant end) {

        static Key of(Measured window) {
            return new Key(window.productId(), window.objective(), window.start(), window.end());
        }
    }

    private record Place(String productId, String objective, Bucket bucket, Instant start) {}

    private final JdbcClient jdbc;

    SloWindows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Buckets get the difference to what a window of the same times had added before. */
    void count(Collection<Measured> windows) {
        Map<Key, Count> before = known(windows);
        Map<Place, Count> sums = new HashMap<>();
        for (Measured window : windows) {
            Count more = window.count().minus(before.getOrDefault(Key.of(window), Count.NONE));
            for (Bucket bucket : Bucket.values()) {
                sums.merge(
                        new Place(window.productId(), window.objective(), bucket, window.bucket(bucket)),
                        more,
                        Count::plus);
            }
        }
        keep(windows);
        add(sums);
    }

    private Map<Key, Count> known(Collection<Measured> windows) {
        Map<Key, Count> known = new HashMap<>();
        jdbc.sql("""
                        select w.* from slo_window w
                        join unnest(:products::text[], :names::text[], :starts::timestamptz[], :ends::timestamptz[]) as t (p, o, s, e)
                          on product_id = p and objective = o and window_start = s and window_end = e
                        """)
                .param("products", Column.texts(windows, Measured::productId))
                .param("names", Column.texts(windows, Measured::objective))
                .param("starts", Column.moments(windows, Measured::start))
                .param("ends", Column.moments(windows, Measured::end))
                .query(row -> {
                    known.put(
                            new Key(
                                    row.getString("product_id"),
                                    row.getString("objective"),
                                    row.getTimestamp("window_start").toInstant(),
                                    row.getTimestamp("window_end").toInstant()),
                            new Count(row.getLong("good"), row.getLong("total")));
                });
        return known;
    }

    private void keep(Collection<Measured> windows) {
        jdbc.sql("""
                        insert into slo_window (product_id, objective, window_start, window_end, good, total)
                        select * from unnest(:products::text[], :names::text[], :starts::timestamptz[], :ends::timestamptz[],
                                             :good::bigint[], :total::bigint[])
                        on conflict (product_id, objective, window_start, window_end) do update set
                            good = excluded.good, total = excluded.total
                        """)
                .param("products", Column.texts(windows, Measured::productId))
                .param("names", Column.texts(windows, Measured::objective))
                .param("starts", Column.moments(windows, Measured::start))
                .param("ends", Column.moments(windows, Measured::end))
                .param("good", Column.of(windows, w -> w.count().good(), Long[]::new))
                .param("total", Column.of(windows, w -> w.count().total(), Long[]::new))
                .update();
    }

    private void add(Map<Place, Count> sums) {
        Collection<Map.Entry<Place, Count>> rows = sums.entrySet();
        jdbc.sql("""
                        insert into slo_bucket as b (product_id, objective, width, start, good, total)
                        select * from unnest(:products::text[], :names::text[], :widths::text[], :starts::timestamptz[],
                                             :good::bigint[], :total::bigint[])
                        on conflict (product_id, objective, width, start) do update set
                            good = b.good + excluded.good, total = b.total + excluded.total
                        """)
                .param("products", Column.texts(rows, row -> row.getKey().productId()))
                .param("names", Column.texts(rows, row -> row.getKey().objective()))
                .param("widths", Column.texts(rows, row -> row.getKey().bucket().word()))
                .param("starts", Column.moments(rows, row -> row.getKey().start()))
                .param("good", Column.of(rows, row -> row.getValue().good(), Long[]::new))
                .param("total", Column.of(rows, row -> row.getValue().total(), Long[]::new))
                .update();
    }
}
