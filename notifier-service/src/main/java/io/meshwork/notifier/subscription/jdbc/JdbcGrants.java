package io.meshwork.notifier.subscription.jdbc;

import static java.util.stream.Collectors.toMap;

import io.meshwork.notifier.jdbc.Columns;
import io.meshwork.notifier.subscription.Grant;
import io.meshwork.notifier.subscription.Grants;
import io.meshwork.notifier.subscription.Party;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whoever writes about a product holds its lock until the transaction ends, so the rows of one product have one writer. */
@Repository
class JdbcGrants implements Grants {

    /** What does not hold, longer than an older decision can be late. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    JdbcGrants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(Collection<Grant> decided, Instant now) {
        lock(decided.stream().map(grant -> grant.party().productId()));
        var rows = decided.stream()
                .collect(toMap(Grant::question, grant -> grant, JdbcGrants::newest, TreeMap::new))
                .values()
                .toArray(Grant[]::new);
        jdbc.sql("""
                        insert into access_grant (question, product_id, team, permitted, decided_at)
                        select d.question, d.product_id, d.team,
                            d.permitted and (gone.since is null or d.decided_at > gone.since), d.decided_at
                        from unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::timestamptz[])
                                as d (question, product_id, team, permitted, decided_at)
                            left join gone_product gone on gone.product_id = d.product_id
                        on conflict (question) do update
                            set permitted = excluded.permitted, decided_at = excluded.decided_at
                            where access_grant.decided_at <= excluded.decided_at""")
                .params(
                        Columns.of(rows, grant -> grant.question().toString()),
                        Columns.of(rows, grant -> grant.party().productId()),
                        Columns.of(rows, grant -> grant.party().team()),
                        Columns.of(rows, grant -> String.valueOf(grant.permitted())),
                        Columns.of(rows, grant -> grant.decidedAt().toString()))
                .update();
        forget(now.minus(KEPT));
    }

    /** Of the same moment the last in the log. */
    private static Grant newest(Grant one, Grant next) {
        return next.decidedAt().isBefore(one.decidedAt()) ? one : next;
    }

    @Override
    public Set<Party> standing(Set<String> productIds) {
        return new HashSet<>(jdbc.sql(
                        "select distinct product_id, team from access_grant where permitted and product_id = any(?::text[])")
                .param(productIds.toArray(String[]::new))
                .query((row, _) -> new Party(row.getString("product_id"), row.getString("team")))
                .list());
    }

    @Override
    public void end(Map<String, Instant> products) {
        lock(products.keySet().stream());
        var rows = products.keySet().stream().sorted().toArray(String[]::new);
        var since = Columns.of(rows, product -> String.valueOf(products.get(product)));
        jdbc.sql("""
                        insert into gone_product (product_id, since) select * from unnest(?::text[], ?::timestamptz[])
                        on conflict (product_id) do update set since = greatest(gone_product.since, excluded.since)""").params(rows, since).update();
        jdbc.sql("""
                        update access_grant g set permitted = false, decided_at = gone.since
                        from unnest(?::text[], ?::timestamptz[]) as gone (product_id, since)
                        where g.product_id = gone.product_id and g.decided_at <= gone.since""").params(rows, since).update();
    }

    /**
     * In the order of what is locked, so that two replicas do not wait for each other. Where one batch of listings ends products more
     * than once they may; PostgreSQL then refuses one of them, and its batch is decided again.
     */
    private void lock(Stream<String> productIds) {
        jdbc.sql("""
                        select count(pg_advisory_xact_lock(hashtext('access_grant'), hash))
                        from (select distinct hashtext(id) as hash from unnest(?::text[]) as n (id) order by hash) as sorted""")
                .param(productIds.distinct().toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** Waits for nobody: it is of other products, whose locks are not held. */
    private void forget(Instant before) {
        jdbc.sql("""
                        delete from access_grant where question = any (array(
                            select question from access_grant where not permitted and decided_at < ?
                            limit ? for update skip locked))""").params(before.atOffset(ZoneOffset.UTC), FORGOTTEN_AT_ONCE).update();
    }
}
