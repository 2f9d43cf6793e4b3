package io.meshwork.catalog.product.jdbc;

import io.meshwork.catalog.product.Standing;
import io.meshwork.catalog.product.Standing.Happened;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what products were like. */
final class HistoryRows {

    /** Most changes kept with a version; breaking ones come first. */
    private static final int MOST_CHANGES = 200;

    private HistoryRows() {}

    static void insert(JdbcClient jdbc, Collection<Standing> rows) {
        jdbc.sql("""
                        insert into product_history (
                            product_id, revision, happened, version, state, lifecycle, compliance, quality, quality_score, reasons,
                            detail, at)
                        select id, revision, happened, version, state, lifecycle, compliance, quality, score::float8,
                            reasons::jsonb, detail::jsonb, at::timestamptz
                        from unnest(
                            :ids::text[], :revisions::bigint[], :happened::text[], :versions::text[], :states::text[],
                            :lifecycles::text[], :compliances::text[], :qualities::text[], :scores::text[], :reasons::text[],
                            :details::text[], :at::text[])
                        as r(id, revision, happened, version, state, lifecycle, compliance, quality, score, reasons, detail, at)
                        """)
                .param("ids", Column.texts(rows, Standing::productId))
                .param("revisions", Column.numbers(rows, Standing::revision))
                .param("happened", Column.texts(rows, row -> row.happened().word()))
                .param("versions", Column.texts(rows, Standing::version))
                .param("states", Column.texts(rows, row -> row.listing().state().text()))
                .param("lifecycles", Column.texts(rows, Standing::lifecycle))
                .param(
                        "compliances",
                        Column.texts(rows, row -> row.listing().compliance().text()))
                .param(
                        "qualities",
                        Column.texts(rows, row -> row.listing().quality().text()))
                .param("scores", Column.texts(rows, row -> row.listing().qualityScore()))
                .param(
                        "reasons",
                        Column.texts(rows, row -> Json.write(row.listing().reasons())))
                .param("details", Column.texts(rows, row -> detail(row.happened())))
                .param("at", Column.texts(rows, Standing::changedAt))
                .update();
    }

    private static @Nullable String detail(Happened happened) {
        return switch (happened) {
            case Happened.VersionPublished(var changes) ->
                changes.isEmpty() ? null : Json.write(changes.subList(0, Math.min(changes.size(), MOST_CHANGES)));
            case Happened.VersionMoved moved -> Json.write(moved);
            case Happened.Judged _ -> null;
        };
    }
}
