package io.meshwork.notifier.objective.jdbc;

import io.meshwork.notifier.jdbc.Columns;
import io.meshwork.notifier.objective.ObjectiveId;
import io.meshwork.notifier.objective.Told;
import io.meshwork.notifier.objective.ToldObjectives;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcToldObjectives implements ToldObjectives {

    private final JdbcClient jdbc;

    private record Row(ObjectiveId id, Told told) {}

    JdbcToldObjectives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In id order, so that batches do not deadlock. */
    @Override
    public Map<ObjectiveId, Told> lock(Set<ObjectiveId> ids) {
        var rows = ids.stream().sorted().toArray(ObjectiveId[]::new);
        var productIds = Columns.of(rows, ObjectiveId::productId);
        var objectives = Columns.of(rows, ObjectiveId::objective);
        jdbc.sql("""
                        insert into told_objective (product_id, objective)
                        select * from unnest(?::text[], ?::text[]) on conflict do nothing""").params(productIds, objectives).update();
        var locked = new HashMap<ObjectiveId, Told>();
        jdbc.sql("""
                        select t.* from unnest(?::text[], ?::text[]) as k (product_id, objective)
                        cross join lateral (
                            select * from told_objective
                            where product_id = k.product_id and objective = k.objective for update) as t""").params(productIds, objectives).query(row -> {
            locked.put(
                    new ObjectiveId(row.getString("product_id"), row.getString("objective")),
                    new Told(row.getLong("sequence"), row.getString("trouble")));
        });
        return locked;
    }

    @Override
    public void store(Map<ObjectiveId, Told> told) {
        var rows = told.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .toArray(Row[]::new);
        jdbc.sql("""
                        update told_objective t set sequence = n.sequence, trouble = n.trouble
                        from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) as n (product_id, objective, sequence, trouble)
                        where t.product_id = n.product_id and t.objective = n.objective""")
                .params(
                        Columns.of(rows, row -> row.id().productId()),
                        Columns.of(rows, row -> row.id().objective()),
                        Columns.of(rows, row -> Long.toString(row.told().sequence())),
                        Columns.of(rows, row -> row.told().trouble()))
                .update();
    }
}
