package io.meshwork.catalog.product;

import io.meshwork.contract.model.DataProduct;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The products for readers; lists go on after the last id of the page before. */
public interface Products {

    /**
     * Which products, and from where on.
     *
     * @param domain only of this domain, null for all
     * @param state only in this state, null for all
     * @param after only ids above this one, null from the first
     */
    record Query(
            @Nullable String domain,
            Listing.@Nullable State state,
            @Nullable String after,
            int limit) {}

    /** In the order of their ids. */
    List<Product> list(Query query);

    Optional<Product> find(String productId);

    /** Highest first; with {@code after}, only those lower than that version. */
    List<ProductVersion> versions(String productId, @Nullable String after, int limit);

    Optional<ProductVersion> find(VersionId version);

    /**
     * How the product stood, newest first.
     *
     * @param before only revisions lower than this, null from the newest
     * @param asOf only what was so at this moment, null for now
     */
    List<HistoryEntry> history(String productId, @Nullable Long before, @Nullable Instant asOf, int limit);

    /** The contract in the common model. */
    Optional<DataProduct> model(VersionId version);

    Optional<ContractDocument> contract(VersionId version);
}
