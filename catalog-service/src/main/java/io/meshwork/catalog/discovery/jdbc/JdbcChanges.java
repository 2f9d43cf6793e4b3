package io.meshwork.catalog.discovery.jdbc;

import io.meshwork.catalog.discovery.Changes;
import io.meshwork.catalog.discovery.Entry;
import io.meshwork.catalog.discovery.Position.Window;
import io.meshwork.catalog.discovery.Snapshot;
import io.meshwork.catalog.discovery.Tables;
import io.meshwork.catalog.product.jdbc.Rows;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.DataProductJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Changes by the transaction that {@code product.changed_in} names. */
@Component
class JdbcChanges implements Changes {

    private static final Logger log = LoggerFactory.getLogger(JdbcChanges.class);

    private final JdbcClient jdbc;

    JdbcChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param entry null when the product has no version yet */
    private record Row(String change, String id, @Nullable Entry entry) {}

    @Override
    public Tables now() {
        return jdbc.sql("""
                        select pg_current_snapshot()::text as snapshot,
                            concat_ws('/', s.system_identifier, c.timeline_id, 'product'::regclass::oid) as database
                        from pg_control_system() s, pg_control_checkpoint() c
                        """)
                .query((row, n) -> new Tables(row.getString("database"), new Snapshot(row.getString("snapshot"))))
                .single();
    }

    /**
     * A restored row may name a transaction that this server has yet to reach. It is read with all others at first, therefore without an
     * upper bound, and once again when that transaction's turn comes.
     */
    @Override
    public Page read(Snapshot seen, Window window, int limit) {
        List<Row> rows = jdbc.sql(
                        "select p.changed_in::text as change, p.id, c.contract, " + Rows.PRODUCT + """

                        from product p
                        left join product_version v on v.product_id = p.id and v.version = p.latest_version
                        left join product_contract c on c.product_id = v.product_id and c.version = v.version
                        where (p.changed_in, p.id) > (:change::text::xid8, :id)
                            and not pg_visible_in_snapshot(p.changed_in, :seen::text::pg_snapshot)
                            and (:all or pg_visible_in_snapshot(p.changed_in, :to::text::pg_snapshot))
                        order by p.changed_in, p.id limit %d
                        """.formatted(limit))
                .param("change", window.change())
                .param("id", window.id())
                .param("seen", seen.text())
                .param("all", seen.equals(Snapshot.ORIGIN))
                .param("to", window.to().text())
                .query(JdbcChanges::row)
                .list();
        return new Page(
                rows.stream().map(Row::entry).filter(Objects::nonNull).toList(),
                rows.size() < limit ? null : next(window, rows.getLast()));
    }

    private static Window next(Window window, Row last) {
        return new Window(window.to(), last.change(), last.id());
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        String id = row.getString("id");
        Entry entry = row.getString("version") == null
                ? null
                : Entry.of(Rows.product(row), contract(id, row.getString("contract")));
        return new Row(row.getString("change"), id, entry);
    }

    /** One contract that cannot be read must not hold up all that come after it. */
    private static @Nullable DataProduct contract(String id, @Nullable String json) {
        try {
            return json == null ? null : DataProductJson.read(json);
        } catch (JacksonException e) {
            log.atError()
                    .addKeyValue("productId", id)
                    .setCause(e)
                    .log("A contract cannot be read; its schema is not found");
            return null;
        }
    }
}
