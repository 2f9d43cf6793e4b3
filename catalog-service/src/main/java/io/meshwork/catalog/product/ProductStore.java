package io.meshwork.catalog.product;

import io.meshwork.catalog.product.Outcome.Published;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The catalog's own state. Every method is a constant number of statements, whatever the number of products, and works inside the
 * transaction of its caller.
 */
public interface ProductStore {

    /** Locks these products in the order of their ids, also those not known yet, until the transaction ends. */
    void lock(Collection<String> productIds);

    /** States of locked products, as far as decisions about these versions need them. */
    Map<String, ProductState> states(Collection<VersionId> versions);

    /** Adds versions of locked products. */
    void addVersions(Collection<Published> published);

    /** Replaces the listings of locked products; a listing that is not pending for the first time sets the time of listing. */
    void updateListings(Collection<Standing> standings);

    /** Keeps every one of these states, for whoever asks what a product was like. */
    void remember(Collection<Standing> standings);

    /** Keeps how submissions ended, for whoever waits for them. */
    void decided(Collection<DecidedSubmission> submissions);

    /** Those of these versions that exist. */
    Set<VersionId> known(Collection<VersionId> versions);

    /** Keeps judgements on existing versions; of several on one version the highest counts. */
    void judge(Collection<Judgement> judgements);

    /** Latest versions of locked products with what is said about them. */
    List<Judged> judged(Collection<String> productIds);

    /** Data of these products has arrived, known or not; a time earlier than the kept one changes nothing. */
    void refreshed(Map<String, Instant> refreshedAt);

    /**
     * A product's latest version with the judgements on it.
     *
     * @param listing as last announced
     */
    record Judged(
            ProductHeader header,
            String version,
            Listing listing,
            long revision,
            Instant submittedAt,
            VersionLives lives,
            @Nullable Verdict verdict,
            @Nullable Score score) {}
}
