package io.meshwork.catalog.product.jdbc;

import io.meshwork.catalog.product.Judgement;
import io.meshwork.catalog.product.Judgement.ByData;
import io.meshwork.catalog.product.Judgement.ByPolicies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes judgements; a statement may touch a row only once, so the highest of a batch is found here. */
final class JudgementRows {

    private static final Comparator<ByPolicies> LATER =
            Comparator.comparing(one -> one.verdict().evaluatedAt());
    private static final Comparator<ByData> HIGHER =
            Comparator.comparingLong(one -> one.score().runSequence());

    private record VerdictKey(Object subject, long policySetRevision) {}

    private JudgementRows() {}

    static void write(JdbcClient jdbc, Collection<Judgement> judgements) {
        List<ByPolicies> verdicts = new ArrayList<>();
        List<ByData> scores = new ArrayList<>();
        for (Judgement judgement : judgements) {
            switch (judgement) {
                case ByPolicies one -> verdicts.add(one);
                case ByData one -> scores.add(one);
            }
        }
        writeVerdicts(jdbc, verdicts);
        writeScores(jdbc, scores);
    }

    private static void writeVerdicts(JdbcClient jdbc, List<ByPolicies> all) {
        Collection<ByPolicies> rows = last(
                all,
                one -> new VerdictKey(one.subject(), one.verdict().policySetRevision()),
                BinaryOperator.maxBy(LATER));
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into verdict (product_id, version, policy_set_revision, evaluated_at, detail)
                        select id, version, revision, evaluated::timestamptz, detail::jsonb
                        from unnest(:ids::text[], :versions::text[], :revisions::bigint[], :evaluated::text[], :details::text[])
                            as r(id, version, revision, evaluated, detail)
                        on conflict (product_id, version, policy_set_revision) do update
                            set evaluated_at = excluded.evaluated_at, detail = excluded.detail
                            where excluded.evaluated_at > verdict.evaluated_at
                        """)
                .param("ids", Column.texts(rows, row -> row.subject().productId()))
                .param("versions", Column.texts(rows, row -> row.subject().version()))
                .param("revisions", Column.numbers(rows, row -> row.verdict().policySetRevision()))
                .param("evaluated", Column.texts(rows, row -> row.verdict().evaluatedAt()))
                .param("details", Column.texts(rows, row -> Json.write(row.verdict())))
                .update();
    }

    private static void writeScores(JdbcClient jdbc, List<ByData> all) {
        Collection<ByData> rows = last(all, ByData::subject, BinaryOperator.maxBy(HIGHER));
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into score (product_id, version, run_sequence, detail)
                        select id, version, sequence, detail::jsonb
                        from unnest(:ids::text[], :versions::text[], :sequences::bigint[], :details::text[])
                            as r(id, version, sequence, detail)
                        on conflict (product_id, version) do update
                            set run_sequence = excluded.run_sequence, detail = excluded.detail
                            where excluded.run_sequence > score.run_sequence
                        """)
                .param("ids", Column.texts(rows, row -> row.subject().productId()))
                .param("versions", Column.texts(rows, row -> row.subject().version()))
                .param("sequences", Column.numbers(rows, row -> row.score().runSequence()))
                .param("details", Column.texts(rows, row -> Json.write(row.score())))
                .update();
    }

    private static <T> Collection<T> last(List<T> all, Function<T, Object> key, BinaryOperator<T> higher) {
        Map<Object, T> rows = new LinkedHashMap<>();
        all.forEach(one -> rows.merge(key.apply(one), one, higher));
        return rows.values();
    }
}
