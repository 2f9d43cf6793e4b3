package io.meshwork.catalog.product.jdbc;

import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.ProductHeader;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes published versions. */
final class PublishedRows {

    private record Row(Published published, ProductHeader header) {}

    private PublishedRows() {}

    static void insert(JdbcClient jdbc, Collection<Published> published) {
        List<Row> rows = published.stream()
                .map(one -> new Row(one, ProductHeader.of(one.submission().product())))
                .toList();
        insertVersions(jdbc, rows);
        insertContracts(jdbc, rows);
        AddressRows.replace(
                jdbc,
                rows.stream().map(row -> row.published().submission().product()).toList());
    }

    private static void insertVersions(JdbcClient jdbc, List<Row> rows) {
        jdbc.sql("""
                        insert into product_version (
                            product_id, version, revision, previous_version, domain, name, title, description, type, lifecycle,
                            classification, owner_team, owner_contact, tags, content_hash, submission_id, principal, submitted_at,
                            published_at, consumers)
                        select id, version, revision, previous, domain, name, title, description, type, lifecycle,
                            classification, team, contact, tags::jsonb, hash, submission::uuid, principal, submitted::timestamptz,
                            published::timestamptz, consumers::jsonb
                        from unnest(
                            :ids::text[], :versions::text[], :revisions::bigint[], :previous::text[], :domains::text[],
                            :names::text[], :titles::text[], :descriptions::text[], :types::text[], :lifecycles::text[],
                            :classifications::text[], :teams::text[], :contacts::text[], :tags::text[], :hashes::text[],
                            :submissions::text[], :principals::text[], :submitted::text[], :published::text[],
                            :consumers::text[])
                        as r(id, version, revision, previous, domain, name, title, description, type, lifecycle,
                            classification, team, contact, tags, hash, submission, principal, submitted, published, consumers)
                        """)
                .param("ids", Column.texts(rows, row -> row.header().id()))
                .param("versions", Column.texts(rows, PublishedRows::version))
                .param("revisions", Column.numbers(rows, row -> row.published().revision()))
                .param("previous", Column.texts(rows, row -> row.published().previousVersion()))
                .param("domains", Column.texts(rows, row -> row.header().domain()))
                .param("names", Column.texts(rows, row -> row.header().name()))
                .param("titles", Column.texts(rows, row -> row.header().title()))
                .param("descriptions", Column.texts(rows, row -> row.header().description()))
                .param("types", Column.texts(rows, row -> row.header().type()))
                .param("lifecycles", Column.texts(rows, row -> row.header().lifecycle()))
                .param("classifications", Column.texts(rows, row -> row.header().classification()))
                .param("teams", Column.texts(rows, row -> row.header().ownerTeam()))
                .param("contacts", Column.texts(rows, row -> row.header().ownerContact()))
                .param("tags", Column.texts(rows, row -> Json.write(row.header().tags())))
                .param(
                        "hashes",
                        Column.texts(
                                rows,
                                row -> row.published().submission().contract().contentHash()))
                .param(
                        "submissions",
                        Column.texts(rows, row -> row.published().request().id()))
                .param(
                        "principals",
                        Column.texts(
                                rows, row -> row.published().request().caller().name()))
                .param(
                        "submitted",
                        Column.texts(rows, row -> row.published().request().submittedAt()))
                .param("published", Column.texts(rows, row -> row.published().publishedAt()))
                .param(
                        "consumers",
                        Column.texts(
                                rows,
                                row -> Json.write(
                                        row.published().submission().product().consumers())))
                .update();
    }

    private static void insertContracts(JdbcClient jdbc, List<Row> rows) {
        jdbc.sql("""
                        insert into product_contract (product_id, version, contract, document, media_type)
                        select * from unnest(
                            :ids::text[], :versions::text[], :contracts::text[], :documents::text[], :mediaTypes::text[])
                        """)
                .param("ids", Column.texts(rows, row -> row.header().id()))
                .param("versions", Column.texts(rows, PublishedRows::version))
                .param(
                        "contracts",
                        Column.texts(
                                rows,
                                row -> row.published().submission().contract().canonicalJson()))
                .param(
                        "documents",
                        Column.texts(rows, row -> row.published().request().document()))
                .param(
                        "mediaTypes",
                        Column.texts(rows, row -> row.published().request().mediaType()))
                .update();
    }

    private static String version(Row row) {
        return row.published().submission().version().toString();
    }
}
