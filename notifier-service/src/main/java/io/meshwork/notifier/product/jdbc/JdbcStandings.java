package io.meshwork.notifier.product.jdbc;

import io.meshwork.notifier.jdbc.Columns;
import io.meshwork.notifier.product.Aspect;
import io.meshwork.notifier.product.ProductVersion;
import io.meshwork.notifier.product.Standing;
import io.meshwork.notifier.product.Standings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStandings implements Standings {

    private final JdbcClient jdbc;

    private record Row(ProductVersion ref, Standing standing) {}

    JdbcStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In id order, so that batches do not deadlock; by primary key, which the planner would not choose in a young table. */
    @Override
    public Map<ProductVersion, Standing> lock(Aspect aspect, Set<ProductVersion> versions) {
        var rows = versions.stream().sorted().toArray(ProductVersion[]::new);
        var productIds = Columns.of(rows, ProductVersion::productId);
        var numbers = Columns.of(rows, ProductVersion::version);
        jdbc.sql("""
                        insert into standing (product_id, version, aspect)
                        select k.product_id, k.version, ? from unnest(?::text[], ?::text[]) as k (product_id, version)
                        on conflict (product_id, version, aspect) do nothing""").params(word(aspect), productIds, numbers).update();
        var locked = new HashMap<ProductVersion, Standing>();
        jdbc.sql("""
                        select s.* from unnest(?::text[], ?::text[]) as k (product_id, version)
                        cross join lateral (
                            select * from standing
                            where product_id = k.product_id and version = k.version and aspect = ? for update) as s""").params(productIds, numbers, word(aspect)).query(row -> {
            locked.put(
                    new ProductVersion(row.getString("product_id"), row.getString("version")),
                    new Standing(row.getLong("position"), row.getString("told"), row.getString("alarm")));
        });
        return locked;
    }

    /** An upsert of rows that are there: it finds them by primary key. */
    @Override
    public void store(Aspect aspect, Map<ProductVersion, Standing> standings) {
        var rows = standings.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .toArray(Row[]::new);
        jdbc.sql("""
                        insert into standing (product_id, version, aspect, position, told, alarm)
                        select n.product_id, n.version, ?, n.position, n.told, n.alarm
                        from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[])
                            as n (product_id, version, position, told, alarm)
                        on conflict (product_id, version, aspect) do update set
                            position = excluded.position, told = excluded.told, alarm = excluded.alarm""")
                .params(
                        word(aspect),
                        Columns.of(rows, row -> row.ref().productId()),
                        Columns.of(rows, row -> row.ref().version()),
                        Columns.of(rows, row -> Long.toString(row.standing().position())),
                        Columns.of(rows, row -> row.standing().told()),
                        Columns.of(rows, row -> row.standing().alarm()))
                .update();
    }

    @Override
    public void clear(Aspect aspect, Set<String> productIds) {
        jdbc.sql("""
                        delete from standing where (product_id, version, aspect) in (
                            select product_id, version, aspect from standing
                            where product_id = any(?::text[]) and aspect = ?
                            order by product_id, version for update)""").params(productIds.toArray(String[]::new), word(aspect)).update();
    }

    private static String word(Aspect aspect) {
        return aspect.name().toLowerCase(Locale.ROOT);
    }
}
