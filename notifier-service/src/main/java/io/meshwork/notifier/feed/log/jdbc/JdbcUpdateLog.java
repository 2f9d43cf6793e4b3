package io.meshwork.notifier.feed.log.jdbc;

import io.meshwork.notifier.feed.log.Entry;
import io.meshwork.notifier.feed.log.Place;
import io.meshwork.notifier.feed.log.Stretch;
import io.meshwork.notifier.feed.log.Update;
import io.meshwork.notifier.feed.log.UpdateLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

@Repository
class JdbcUpdateLog implements UpdateLog {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    JdbcUpdateLog(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void append(List<Update> updates) {
        if (updates.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into product_update (id, event_id, product_id, domain, version, kind, severity, headline, details,
                            advice, changed_fields, subscriptions, occurred_at)
                        select id, event_id, product_id, domain, version, kind, severity, headline, details,
                            advice, changed_fields, string_to_array(subscriptions, E'\\n'), occurred_at
                        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                            with ordinality as n (id, event_id, product_id, domain, version, kind, severity, headline, details,
                                advice, changed_fields, subscriptions, occurred_at, n)
                        order by n.n
                        on conflict (id) do nothing""").params(UpdateRow.columns(updates)).update();
    }

    /**
     * The second statement has a snapshot of its own, taken under the lock, so it sees what the holder before has placed. The order is
     * that of the inserts: who waited for another's row lock, to decide about the same product, has the higher number.
     */
    @Override
    public boolean place() {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> jdbc.sql("select last from product_update_head for update skip locked")
                        .query(Long.class)
                        .optional()
                        .map(last -> placeBehind(last) > 0)
                        .orElse(false)));
    }

    private int placeBehind(long last) {
        int placed = jdbc.sql("""
                        update product_update u set position = :last + n.n, told_at = statement_timestamp()
                        from (select id, row_number() over (order by seq) as n
                            from (select id, seq from product_update where position is null order by seq limit :limit) as w) as n
                        where u.id = n.id""").param("last", last).param("limit", AT_ONCE).update();
        jdbc.sql("update product_update_head set last = last + ?").param(placed).update();
        return placed;
    }

    @Override
    public Stretch after(long position, int limit) {
        var found = new Found();
        jdbc.sql("""
                        select h.last, h.trimmed, exists (select from product_update where position is null) as waiting, u.*
                        from product_update_head h
                        left join lateral (
                            select * from product_update where position > ? order by position limit ?) as u on true
                        order by u.position""").params(position, limit).query(found::add);
        return new Stretch(found.last, found.trimmed, found.waiting, found.entries);
    }

    private static final class Found {
        private long last;
        private long trimmed;
        private boolean waiting;
        private final List<Entry> entries = new ArrayList<>();

        void add(ResultSet row) throws SQLException {
            last = row.getLong("last");
            trimmed = row.getLong("trimmed");
            waiting = row.getBoolean("waiting");
            if (row.getString("id") != null) {
                entries.add(UpdateRow.read(row));
            }
        }
    }

    @Override
    public Place newest() {
        return jdbc.sql(
                        "select h.last, u.id from product_update_head h left join product_update u on u.position = h.last")
                .query((row, _) -> place(row.getLong("last"), row.getObject("id", UUID.class)))
                .single();
    }

    private static Place place(long position, UUID id) {
        return id == null ? Place.unmarked(position) : Place.of(position, id);
    }

    @Override
    public Instant since() {
        return jdbc.sql("select since from product_update_head")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Override
    public List<Entry> before(Range range) {
        var selection = range.selection();
        var product = selection.product();
        var since = range.since();
        return jdbc.sql("select * from product_update where position < :before"
                        + (product == null ? "" : productCondition(product))
                        + (selection.domain() == null ? "" : " and domain = :domain")
                        + (selection.subscription() == null ? "" : " and subscriptions @> array[:subscription::text]")
                        + (since == null ? "" : " and told_at >= :since")
                        + " order by position desc limit :limit")
                .param("before", range.before())
                .param("product", product == null ? null : like(product))
                .param("domain", selection.domain())
                .param("subscription", selection.subscription())
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                .param("limit", range.limit())
                .query((row, _) -> UpdateRow.read(row))
                .list();
    }

    /** Only an equality is found by the index, whatever the collation of the database. */
    private static String productCondition(String product) {
        return product.indexOf('*') < 0 ? " and product_id = :product" : " and product_id like :product";
    }

    private static String like(String pattern) {
        return pattern.indexOf('*') < 0
                ? pattern
                : pattern.replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                        .replace("*", "%");
    }
}
