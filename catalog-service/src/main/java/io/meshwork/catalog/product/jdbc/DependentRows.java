package io.meshwork.catalog.product.jdbc;

import io.meshwork.catalog.product.AffectedConsumer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads which products are made from others. */
final class DependentRows {

    /** Of one product, so that they fit into a record; the rest, in the order of ids, has until the sunset. */
    private static final int MOST = 500;

    private DependentRows() {}

    /** By the product that they use. An input is what it says most exactly. */
    static Map<String, List<AffectedConsumer>> of(JdbcClient jdbc, Collection<String> used) {
        Map<String, List<AffectedConsumer>> dependents = new HashMap<>();
        jdbc.sql("""
                        select p.id as used, d.id as dependent, d.owner_contact
                        from product p
                        cross join lateral (
                            select distinct v.product_id as id, v.owner_contact
                            from product_port o
                            join product_input i on i.address = o.address and i.product_id <> o.product_id
                            join product u on u.id = i.product_id and u.lifecycle <> 'retired'
                            join product_version v on v.product_id = u.id and v.version = u.latest_version
                            where o.product_id = p.id and not exists (
                                select from product_input b join product_port q on q.address = b.address
                                where b.product_id = i.product_id and b.ordinal = i.ordinal and b.rank < i.rank)
                            order by v.product_id
                            limit :most) as d
                        where p.id = any(:ids::text[])
                        """)
                .param("ids", Column.texts(used, id -> id))
                .param("most", MOST)
                .query(row -> {
                    dependents
                            .computeIfAbsent(row.getString("used"), id -> new ArrayList<>())
                            .add(AffectedConsumer.product(row.getString("dependent"), row.getString("owner_contact")));
                });
        return dependents;
    }
}
