package io.meshwork.notifier.news;

import io.meshwork.contract.model.Owner;
import io.meshwork.notifier.product.KnownProduct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom or what the news is about.
 *
 * @param productId null when it is about the platform
 * @param version null when it is about no certain version
 * @param title name for people, null when there is none
 */
public record About(
        @Nullable String productId,
        @Nullable String version,
        @Nullable String title,
        Owner owner,
        List<String> tags) {

    private static final Owner NOBODY = new Owner(null, null);

    public static final About PLATFORM = new About(null, null, null, NOBODY, List.of());

    public About {
        tags = List.copyOf(tags);
    }

    public static About product(KnownProduct product) {
        return new About(
                product.ref().productId(), product.ref().version(), product.title(), product.owner(), product.tags());
    }

    /** A product of which nothing else is known. */
    public static About unknown(String productId, @Nullable String version) {
        return new About(productId, version, null, NOBODY, List.of());
    }

    public About at(@Nullable String otherVersion) {
        return new About(productId, otherVersion, title, owner, tags);
    }

    /** The part of the product id before the dot, null when it is about the platform. */
    public @Nullable String domain() {
        if (productId == null) {
            return null;
        }
        int dot = productId.indexOf('.');
        return dot < 0 ? productId : productId.substring(0, dot);
    }
}
