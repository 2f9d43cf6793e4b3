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
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGrants implements Grants {

    /** What does not hold, longer than an older decision can be late. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final BinaryOperator<Grant> NEWEST = BinaryOperator.maxBy(Comparator.comparing(Grant::decidedAt));

    private final JdbcClient jdbc;

    JdbcGrants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the questions, so that two replicas do not wait for each other. */
    @Override
    public void keep(Collection<Grant> decided, Instant now) {
        var rows = decided.stream()
                .collect(toMap(Grant::question, grant -> grant, NEWEST, TreeMap::new))
                .values()
                .toArray(Grant[]::new);
        jdbc.sql("""
                        insert into access_grant (question, product_id, team, permitted, decided_at)
                        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::timestamptz[])
                        on conflict (question) do update
                            set permitted = excluded.permitted, decided_at = excluded.decided_at
                            where access_grant.decided_at < excluded.decided_at""")
                .params(
                        Columns.of(rows, grant -> grant.question().toString()),
                        Columns.of(rows, grant -> grant.party().productId()),
                        Columns.of(rows, grant -> grant.party().team()),
                        Columns.of(rows, grant -> String.valueOf(grant.permitted())),
                        Columns.of(rows, grant -> grant.decidedAt().toString()))
                .update();
        jdbc.sql("delete from access_grant where not permitted and decided_at < ?")
                .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Set<Party> standing(Set<String> productIds) {
        return new HashSet<>(jdbc.sql(
                        "select distinct product_id, team from access_grant where permitted and product_id = any(?::text[])")
                .param(productIds.toArray(String[]::new))
                .query((row, _) -> new Party(row.getString("product_id"), row.getString("team")))
                .list());
    }

    /** A late permission is then older than what is known of its question. */
    @Override
    public void end(Map<String, Instant> products) {
        var rows = products.keySet().stream().sorted().toArray(String[]::new);
        jdbc.sql("""
                        update access_grant g set permitted = false, decided_at = gone.since
                        from unnest(?::text[], ?::timestamptz[]) as gone (product_id, since)
                        where g.product_id = gone.product_id and g.decided_at < gone.since""")
                .params(rows, Columns.of(rows, product -> String.valueOf(products.get(product))))
                .update();
    }
}
