package io.meshwork.quality.run;

import io.meshwork.contract.model.DataProduct;
import java.time.Instant;

/**
 * A published version with the contract its data is checked by.
 *
 * @param revision of the product when it was published; the highest is the latest version
 * @param contract canonical JSON of the product
 */
public record Version(
        String productId, String version, long revision, String contract, DataProduct product, Instant publishedAt) {}
