package io.meshwork.catalog.lineage.jdbc;

import io.meshwork.catalog.lineage.Direction;
import io.meshwork.catalog.lineage.Hop;
import io.meshwork.catalog.lineage.Spot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What contracts say their products are made from. An input that can be read in several ways is what exists, by rank. */
final class Declared {

    private record Input(String product, int ordinal) {}

    private record Reading(
            String source,
            @Nullable String product,
            @Nullable Long dataset) {}

    private record Use(
            @Nullable String product,
            @Nullable String port,
            @Nullable Long dataset,
            String user) {}

    private final JdbcClient jdbc;
    private final Direction direction;
    private final int most;
    private boolean cut;

    Declared(JdbcClient jdbc, Direction direction, int most) {
        this.jdbc = jdbc;
        this.direction = direction;
        this.most = most;
    }

    /** Whether a query found as much as it may. */
    boolean cut() {
        return cut;
    }

    Stream<Hop> from(Map<String, Set<Spot>> products, Map<Long, Set<Spot>> datasets) {
        return direction == Direction.DOWNSTREAM ? users(products, datasets) : inputs(products);
    }

    private Stream<Hop> users(Map<String, Set<Spot>> products, Map<Long, Set<Spot>> datasets) {
        List<Use> uses = jdbc.sql("""
                        with used as (
                            select product_id as product, port, null::bigint as dataset, address
                            from product_port where product_id = any(:products::text[])
                            union all
                            select null, null, leader, address
                            from lineage_dataset where leader = any(:datasets::bigint[]))
                        select distinct u.product, u.port, u.dataset, i.product_id as user
                        from used u join product_input i on i.address = u.address
                        where not exists (
                            select from product_input b join product_port q on q.address = b.address
                            where b.product_id = i.product_id and b.ordinal = i.ordinal and b.rank < i.rank)
                        limit :most
                        """)
                .param("products", products.keySet().toArray(String[]::new))
                .param("datasets", datasets.keySet().toArray(Long[]::new))
                .param("most", most)
                .query((row, n) -> new Use(
                        row.getString("product"),
                        row.getString("port"),
                        row.getObject("dataset", Long.class),
                        row.getString("user")))
                .list();
        cut |= uses.size() == most;
        return uses.stream().flatMap(use -> {
            Set<Spot> spots = use.product() == null
                    ? datasets.getOrDefault(use.dataset(), Set.of())
                    : products.getOrDefault(use.product(), Set.of());
            return spots.stream()
                    .filter(spot -> concerns(spot, use))
                    .map(spot -> declared(spot, new Spot.Product(use.user(), null), isCertain(spot, use)));
        });
    }

    /** Who uses the whole product uses each of its ports, as far as anybody knows. */
    private static boolean concerns(Spot spot, Use use) {
        return !(spot instanceof Spot.Product(var _, var port) && port != null)
                || use.port() == null
                || use.port().equals(port);
    }

    private static boolean isCertain(Spot spot, Use use) {
        return switch (spot) {
            case Spot.Product(var _, var port) -> port == null || port.equals(use.port());
            case Spot.Dataset _, Spot.Source _ -> true;
            case Spot.Field _ -> false;
        };
    }

    private Stream<Hop> inputs(Map<String, Set<Spot>> products) {
        Map<Input, Reading> best = new LinkedHashMap<>();
        AtomicInteger rows = new AtomicInteger();
        jdbc.sql("""
                        select i.product_id, i.ordinal, i.source, q.product_id as input, d.leader
                        from product_input i
                        left join product_port q on q.address = i.address
                        left join lineage_dataset d on d.address = i.address
                        where i.product_id = any(:products::text[])
                        order by i.product_id, i.ordinal, q.product_id is null, d.leader is null, i.rank, q.product_id
                        limit :most
                        """)
                .param("products", products.keySet().toArray(String[]::new))
                .param("most", most)
                .query(row -> {
                    rows.incrementAndGet();
                    best.putIfAbsent(
                            new Input(row.getString("product_id"), row.getInt("ordinal")),
                            new Reading(
                                    row.getString("source"),
                                    row.getString("input"),
                                    row.getObject("leader", Long.class)));
                });
        cut |= rows.get() == most;
        return best.entrySet().stream()
                .flatMap(entry -> products.getOrDefault(entry.getKey().product(), Set.of()).stream()
                        .map(spot -> declared(input(entry.getValue()), spot, !(spot instanceof Spot.Field))));
    }

    private static Spot input(Reading reading) {
        if (reading.product() != null) {
            return new Spot.Product(reading.product(), null);
        }
        return reading.dataset() != null ? new Spot.Dataset(reading.dataset()) : new Spot.Source(reading.source());
    }

    private static Hop declared(Spot from, Spot to, boolean certain) {
        return new Hop(from, to, true, null, null, certain);
    }
}
