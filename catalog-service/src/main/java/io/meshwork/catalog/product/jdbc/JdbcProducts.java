package io.meshwork.catalog.product.jdbc;

import io.meshwork.catalog.product.ContractDocument;
import io.meshwork.catalog.product.HistoryEntry;
import io.meshwork.catalog.product.Product;
import io.meshwork.catalog.product.ProductVersion;
import io.meshwork.catalog.product.Products;
import io.meshwork.catalog.product.Score;
import io.meshwork.catalog.product.Verdict;
import io.meshwork.catalog.product.VersionId;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.DataProductJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Products for readers, from the catalog's own tables. */
@Repository
class JdbcProducts implements Products {

    private static final String PRODUCTS = "select " + Rows.PRODUCT
            + " from product p join product_version v on v.product_id = p.id and v.version = p.latest_version ";

    private static final String VERSIONS = "select " + Rows.HEADER
            + ", v.version, v.previous_version, v.revision, v.content_hash, v.submission_id, v.principal, v.submitted_at,"
            + " v.published_at, j.detail as verdict, s.detail as score from product_version v " + Rows.VERDICT + " "
            + Rows.SCORE + " ";

    private final JdbcClient jdbc;

    JdbcProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Product> list(Query query) {
        return jdbc.sql(PRODUCTS + """
                        where (:after::text is null or p.id > :after)
                            and (:domain::text is null or p.domain = :domain)
                            and (:state::text is null or p.state = :state)
                        order by p.id limit :limit
                        """)
                .param("after", query.after())
                .param("domain", query.domain())
                .param("state", query.state() == null ? null : query.state().text())
                .param("limit", query.limit())
                .query((row, n) -> Rows.product(row))
                .list();
    }

    @Override
    public Optional<Product> find(String productId) {
        return jdbc.sql(PRODUCTS + "where p.id = :id")
                .param("id", productId)
                .query((row, n) -> Rows.product(row))
                .optional();
    }

    @Override
    public List<ProductVersion> versions(String productId, @Nullable String after, int limit) {
        return jdbc.sql(VERSIONS + """
                        where v.product_id = :id and (:after::text is null or v.revision < (
                            select revision from product_version where product_id = :id and version = :after))
                        order by v.revision desc limit :limit
                        """)
                .param("id", productId)
                .param("after", after)
                .param("limit", limit)
                .query(JdbcProducts::version)
                .list();
    }

    @Override
    public Optional<ProductVersion> find(VersionId version) {
        return jdbc.sql(VERSIONS + "where v.product_id = :id and v.version = :version")
                .param("id", version.productId())
                .param("version", version.version())
                .query(JdbcProducts::version)
                .optional();
    }

    @Override
    public List<HistoryEntry> history(String productId, @Nullable Long before, @Nullable Instant asOf, int limit) {
        return jdbc.sql("""
                        select product_id, revision, happened, version, lifecycle, state, compliance, quality, quality_score,
                            reasons, detail, at
                        from product_history
                        where product_id = :id and (:before::bigint is null or revision < :before)
                            and (:asOf::text is null or at <= :asOf::timestamptz)
                        order by revision desc limit :limit
                        """)
                .param("id", productId)
                .param("before", before)
                .param("asOf", asOf == null ? null : asOf.toString())
                .param("limit", limit)
                .query((row, n) -> new HistoryEntry(
                        row.getString("product_id"),
                        row.getLong("revision"),
                        row.getString("happened"),
                        row.getString("version"),
                        row.getString("lifecycle"),
                        Rows.listing(row),
                        row.getString("detail"),
                        Rows.knownInstant(row, "at")))
                .list();
    }

    @Override
    public Optional<DataProduct> model(VersionId version) {
        return jdbc.sql("select contract from product_contract where product_id = :id and version = :version")
                .param("id", version.productId())
                .param("version", version.version())
                .query(String.class)
                .optional()
                .map(DataProductJson::read);
    }

    @Override
    public Optional<ContractDocument> contract(VersionId version) {
        return jdbc.sql(
                        "select document, media_type from product_contract where product_id = :id and version = :version")
                .param("id", version.productId())
                .param("version", version.version())
                .query((row, n) -> new ContractDocument(row.getString("document"), row.getString("media_type")))
                .optional();
    }

    private static ProductVersion version(ResultSet row, int n) throws SQLException {
        return new ProductVersion(
                Rows.header(row),
                row.getString("version"),
                row.getString("previous_version"),
                row.getLong("revision"),
                row.getString("content_hash"),
                row.getObject("submission_id", UUID.class),
                row.getString("principal"),
                Rows.knownInstant(row, "submitted_at"),
                Rows.knownInstant(row, "published_at"),
                Json.read(row.getString("verdict"), Verdict.class),
                Json.read(row.getString("score"), Score.class));
    }
}
