package io.meshwork.quality.check;

import io.meshwork.contract.model.DataProduct;
import org.jspecify.annotations.Nullable;

/** The other products whose data a check may compare with. Asked by one thread at a time. */
public interface Neighbours {

    sealed interface Found {

        record Known(DataProduct product) implements Found {}

        /** @param reason for people: why the product is not known, and what would help */
        record Unknown(String reason) implements Found {}
    }

    /** Where nothing is known of others. */
    Neighbours NONE = (productId, version) -> new Found.Unknown("no other product is known here");

    /** @param version whole or its beginning such as {@code 2}; null for the latest */
    Found find(String productId, @Nullable String version);
}
