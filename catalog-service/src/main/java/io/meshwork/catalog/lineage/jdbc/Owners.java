package io.meshwork.catalog.lineage.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which data is whose. Products and datasets are brought together when they are read, not when they are written, so it does not
 * matter which came first. Of several products that have a dataset, those count that name it most exactly.
 */
final class Owners {

    /** @param port through which the product offers the dataset */
    record Owned(String product, @Nullable String port, long dataset) {}

    /** Of the products that claim the dataset of {@code l}, those that name it most exactly. */
    static final String MOST_EXACT = """
            not exists (
                select from lineage_look_up b join product_port q on q.address = b.address
                where b.dataset_id = l.dataset_id and b.rank < l.rank)
            """;

    private Owners() {}

    /** Datasets of these products. */
    static List<Owned> datasets(JdbcClient jdbc, Collection<String> products) {
        return jdbc.sql("""
                        select distinct p.product_id, p.port, d.leader
                        from product_port p
                        join lineage_look_up l on l.address = p.address
                        join lineage_dataset d on d.id = l.dataset_id
                        where p.product_id = any(:products::text[]) and
                        """ + MOST_EXACT)
                .param("products", products.toArray(String[]::new))
                .query((row, n) -> new Owned(row.getString("product_id"), row.getString("port"), row.getLong("leader")))
                .list();
    }

    /** Products by these datasets; what is nobody's is left out. */
    static Map<Long, List<String>> of(JdbcClient jdbc, Collection<Long> datasets) {
        Map<Long, List<String>> owners = new HashMap<>();
        jdbc.sql("""
                        select distinct d.leader, p.product_id
                        from lineage_dataset d
                        join lineage_look_up l on l.dataset_id = d.id
                        join product_port p on p.address = l.address
                        where d.leader = any(:datasets::bigint[]) and
                        """ + MOST_EXACT + " order by 1, 2")
                .param("datasets", datasets.toArray(Long[]::new))
                .query(row -> {
                    owners.computeIfAbsent(row.getLong("leader"), dataset -> new ArrayList<>())
                            .add(row.getString("product_id"));
                });
        return owners;
    }
}
