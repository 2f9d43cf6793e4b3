package io.meshwork.catalog.product.jdbc;

import io.meshwork.catalog.product.Listing;
import io.meshwork.catalog.product.Product;
import io.meshwork.catalog.product.ProductHeader;
import io.meshwork.catalog.product.Score.Quality;
import io.meshwork.catalog.product.Verdict.Compliance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What several queries read from a row of {@code product p} and {@code product_version v}. */
public final class Rows {

    static final String HEADER = """
            v.product_id, v.domain, v.name, v.title, v.description, v.type, v.lifecycle, v.classification, v.owner_team,
            v.owner_contact, v.tags""";

    /** As {@link #HEADER}, with the life cycle that the latest version has come to. */
    static final String CURRENT_HEADER = HEADER.replace("v.lifecycle", "p.lifecycle");

    static final String LISTING = "p.state, p.compliance, p.quality, p.quality_score, p.reasons";

    /** What {@link #product} reads. */
    public static final String PRODUCT = CURRENT_HEADER + ", " + LISTING
            + ", p.lives, v.version, p.revision, p.submitted_at, p.changed_at, p.listed_at, p.refreshed_at";

    /** The highest verdict on {@code v}. */
    static final String VERDICT = """
            left join lateral (
                select detail from verdict
                where product_id = v.product_id and version = v.version
                order by policy_set_revision desc limit 1) j on true""";

    /** The score of {@code v}. */
    static final String SCORE = "left join score s on s.product_id = v.product_id and s.version = v.version";

    private Rows() {}

    public static Product product(ResultSet row) throws SQLException {
        return new Product(
                header(row),
                row.getString("version"),
                listing(row),
                row.getLong("revision"),
                knownInstant(row, "submitted_at"),
                knownInstant(row, "changed_at"),
                instant(row, "listed_at"),
                instant(row, "refreshed_at"),
                Json.lives(row.getString("lives")));
    }

    static ProductHeader header(ResultSet row) throws SQLException {
        return new ProductHeader(
                row.getString("product_id"),
                row.getString("domain"),
                row.getString("name"),
                row.getString("title"),
                row.getString("description"),
                row.getString("type"),
                row.getString("lifecycle"),
                row.getString("classification"),
                row.getString("owner_team"),
                row.getString("owner_contact"),
                Json.texts(row.getString("tags")));
    }

    static Listing listing(ResultSet row) throws SQLException {
        return new Listing(
                Listing.State.fromText(row.getString("state")),
                Compliance.fromText(row.getString("compliance")),
                Quality.fromText(row.getString("quality")),
                row.getObject("quality_score", Double.class),
                Json.reasons(row.getString("reasons")));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Instant knownInstant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column), column);
    }
}
