package io.meshwork.notifier.product.jdbc;

import static java.util.stream.Collectors.toMap;

import io.meshwork.contract.model.Owner;
import io.meshwork.messaging.StorableText;
import io.meshwork.notifier.jdbc.Columns;
import io.meshwork.notifier.product.CurrentProduct;
import io.meshwork.notifier.product.CurrentProducts;
import io.meshwork.notifier.product.Finding;
import io.meshwork.notifier.product.ProductVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcCurrentProducts implements CurrentProducts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final BinaryOperator<CurrentProduct> NEWEST =
            BinaryOperator.maxBy(Comparator.comparingLong(CurrentProduct::revision));

    private final JdbcClient jdbc;

    JdbcCurrentProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(Collection<CurrentProduct> products) {
        beginChange();
        var rows = products.stream()
                .collect(toMap(product -> product.ref().productId(), product -> product, NEWEST, TreeMap::new))
                .values()
                .toArray(CurrentProduct[]::new);
        jdbc.sql("""
                        insert into current_product as c (product_id, version, title, owner_team, owner_contact, tags, state,
                            compliance, quality, percent, findings, revision, changed_at)
                        select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::int[], ?::text[], ?::bigint[], ?::timestamptz[])
                        on conflict (product_id) do update set version = excluded.version, title = excluded.title,
                            owner_team = excluded.owner_team, owner_contact = excluded.owner_contact, tags = excluded.tags,
                            state = excluded.state, compliance = excluded.compliance, quality = excluded.quality,
                            percent = excluded.percent, findings = excluded.findings, revision = excluded.revision,
                            changed_at = excluded.changed_at, gone = false
                        where case when c.gone then c.changed_at < excluded.changed_at
                            else c.revision <= excluded.revision end""")
                .params(
                        Columns.of(rows, row -> row.ref().productId()),
                        Columns.of(rows, row -> row.ref().version()),
                        Columns.of(rows, CurrentProduct::title),
                        Columns.of(rows, row -> row.owner().team()),
                        Columns.of(rows, row -> row.owner().contact()),
                        Columns.of(rows, row -> String.join("\n", row.tags())),
                        Columns.of(rows, CurrentProduct::state),
                        Columns.of(rows, CurrentProduct::compliance),
                        Columns.of(rows, CurrentProduct::quality),
                        Columns.of(rows, row -> row.percent() == null ? null : Integer.toString(row.percent())),
                        Columns.of(rows, row -> StorableText.of(JSON.writeValueAsString(row.findings()))),
                        Columns.of(rows, row -> Long.toString(row.revision())),
                        Columns.of(rows, row -> row.changedAt().toString()))
                .update();
    }

    @Override
    public void forget(Set<String> productIds) {
        beginChange();
        jdbc.sql("""
                        update current_product set gone = true, title = null, owner_team = null, owner_contact = null, tags = '',
                            findings = '[]'
                        where product_id = any(?::text[])""").param(productIds.stream().sorted().toArray(String[]::new)).update();
    }

    /** What is gone counts among what is looked at, so that it does not make a page long. */
    @Override
    public Page page(String after, int limit) {
        jdbc.sql("select count(pg_advisory_xact_lock(hashtext('current_product'), 0))")
                .query(Long.class)
                .single();
        var rows = jdbc.sql("select * from current_product where product_id > ? order by product_id limit ?")
                .params(after, limit)
                .query((row, _) -> new Row(row.getString("product_id"), row.getBoolean("gone") ? null : product(row)))
                .list();
        return new Page(
                rows.stream().flatMap(row -> Stream.ofNullable(row.product())).toList(),
                rows.size() < limit ? null : rows.getLast().id());
    }

    private record Row(String id, @Nullable CurrentProduct product) {}

    /** Changes do not wait for each other, but for a page, and a page for all of them. */
    private void beginChange() {
        jdbc.sql("select count(pg_advisory_xact_lock_shared(hashtext('current_product'), 0))")
                .query(Long.class)
                .single();
    }

    private static CurrentProduct product(ResultSet row) throws SQLException {
        return new CurrentProduct(
                new ProductVersion(row.getString("product_id"), row.getString("version")),
                row.getString("title"),
                new Owner(row.getString("owner_team"), row.getString("owner_contact")),
                row.getString("tags").lines().toList(),
                row.getString("state"),
                row.getString("compliance"),
                row.getString("quality"),
                row.getObject("percent", Integer.class),
                JSON.readValue(row.getString("findings"), FINDINGS),
                row.getLong("revision"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
