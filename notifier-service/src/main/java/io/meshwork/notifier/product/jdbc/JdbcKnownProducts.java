package io.meshwork.notifier.product.jdbc;

import static java.util.stream.Collectors.toMap;

import io.meshwork.contract.model.Owner;
import io.meshwork.notifier.jdbc.Columns;
import io.meshwork.notifier.product.KnownProduct;
import io.meshwork.notifier.product.KnownProducts;
import io.meshwork.notifier.product.ProductVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows are inserted and locked in id order, so that batches do not deadlock. */
@Repository
class JdbcKnownProducts implements KnownProducts {

    private final JdbcClient jdbc;

    JdbcKnownProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<ProductVersion> remember(Collection<KnownProduct> products) {
        var rows = products.toArray(KnownProduct[]::new);
        return new HashSet<>(jdbc.sql("""
                        insert into known_product as k
                            (product_id, version, title, owner_team, owner_contact, tags, revision)
                        select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                            as n (product_id, version, title, owner_team, owner_contact, tags, revision)
                        order by product_id, version
                        on conflict (product_id, version) do update set
                            title = excluded.title, owner_team = excluded.owner_team,
                            owner_contact = excluded.owner_contact, tags = excluded.tags, revision = excluded.revision
                        where k.revision < excluded.revision
                        returning product_id, version""")
                .params(
                        Columns.of(rows, row -> row.ref().productId()),
                        Columns.of(rows, row -> row.ref().version()),
                        Columns.of(rows, KnownProduct::title),
                        Columns.of(rows, row -> row.owner().team()),
                        Columns.of(rows, row -> row.owner().contact()),
                        Columns.of(rows, row -> String.join("\n", row.tags())),
                        Columns.of(rows, row -> Long.toString(row.revision())))
                .query((row, _) -> ref(row))
                .list());
    }

    @Override
    public Map<ProductVersion, KnownProduct> find(Set<ProductVersion> versions) {
        var found = select(versions);
        var missing = new HashSet<>(versions);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            reserve(missing);
            found.putAll(select(missing));
        }
        return found;
    }

    @Override
    public Map<String, KnownProduct> newest(Set<String> productIds) {
        return byProduct(jdbc.sql("""
                        select newest.* from unnest(?::text[]) as wanted (product_id)
                        cross join lateral (
                            select * from known_product k where k.product_id = wanted.product_id and k.revision > 0
                            order by k.revision desc limit 1) as newest""")
                .param(productIds.toArray(String[]::new))
                .query(JdbcKnownProducts::product)
                .list());
    }

    @Override
    public Map<String, KnownProduct> forget(Set<String> productIds) {
        var newest = newest(productIds);
        var ids = productIds.toArray(String[]::new);
        jdbc.sql("delete from known_product where product_id = any(?::text[])")
                .param(ids)
                .update();
        jdbc.sql("delete from standing where product_id = any(?::text[])")
                .param(ids)
                .update();
        jdbc.sql("delete from told_objective where product_id = any(?::text[])")
                .param(ids)
                .update();
        jdbc.sql("delete from notification where product_id = any(?::text[]) and state <> 'waiting'")
                .param(ids)
                .update();
        return newest;
    }

    /** One look into the primary key for each: left to itself the planner reads the whole of a young table for a batch. */
    private Map<ProductVersion, KnownProduct> select(Set<ProductVersion> versions) {
        var rows = versions.toArray(ProductVersion[]::new);
        return jdbc
                .sql("""
                        select p.* from unnest(?::text[], ?::text[]) as k (product_id, version)
                        cross join lateral (
                            select * from known_product
                            where product_id = k.product_id and version = k.version and revision > 0 limit 1) as p""")
                .params(Columns.of(rows, ProductVersion::productId), Columns.of(rows, ProductVersion::version))
                .query(JdbcKnownProducts::product)
                .list()
                .stream()
                .collect(toMap(KnownProduct::ref, product -> product, (a, _) -> a, HashMap::new));
    }

    /** Waits for whoever is publishing one of these versions just now; whoever publishes one afterwards waits for us. */
    private void reserve(Set<ProductVersion> versions) {
        var rows = versions.toArray(ProductVersion[]::new);
        jdbc.sql("""
                        insert into known_product (product_id, version)
                        select * from unnest(?::text[], ?::text[]) as n (product_id, version)
                        order by product_id, version
                        on conflict (product_id, version) do nothing""")
                .params(Columns.of(rows, ProductVersion::productId), Columns.of(rows, ProductVersion::version))
                .update();
    }

    private static Map<String, KnownProduct> byProduct(List<KnownProduct> products) {
        return products.stream()
                .collect(toMap(product -> product.ref().productId(), product -> product, (a, _) -> a, HashMap::new));
    }

    private static KnownProduct product(ResultSet row, int index) throws SQLException {
        return new KnownProduct(
                ref(row),
                row.getString("title"),
                new Owner(row.getString("owner_team"), row.getString("owner_contact")),
                row.getString("tags").lines().toList(),
                row.getLong("revision"));
    }

    private static ProductVersion ref(ResultSet row) throws SQLException {
        return new ProductVersion(row.getString("product_id"), row.getString("version"));
    }
}
