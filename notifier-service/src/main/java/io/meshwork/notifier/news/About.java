package io.meshwork.notifier.news;

import io.meshwork.contract.model.Owner;
import io.meshwork.notifier.product.KnownProduct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom or what the news is about.
 *
 * @param productId null when it is about a whole domain, or about the platform
 * @param domain null when it is about the platform
 * @param version null when it is about no certain version
 * @param title name for people, null when there is none
 */
public record About(
        @Nullable String productId,
        @Nullable String domain,
        @Nullable String version,
        @Nullable String title,
        Owner owner,
        List<String> tags) {

    private static final Owner NOBODY = new Owner(null, null);

    public static final About PLATFORM = new About(null, null, null, null, NOBODY, List.of());

    public About {
        tags = List.copyOf(tags);
    }

    public static About product(KnownProduct product) {
        return ofProduct(
                product.ref().productId(), product.ref().version(), product.title(), product.owner(), product.tags());
    }

    /** A product of which nothing else is known. */
    public static About unknown(String productId, @Nullable String version) {
        return ofProduct(productId, version, null, NOBODY, List.of());
    }

    public static About ofProduct(
            String productId, @Nullable String version, @Nullable String title, Owner owner, List<String> tags) {
        int dot = productId.indexOf('.');
        var domain = dot < 0 ? productId : productId.substring(0, dot);
        return new About(productId, domain, version, title, owner, tags);
    }

    /** A domain as a whole. */
    public static About domain(String domain, @Nullable String team) {
        return new About(null, domain, null, null, new Owner(team, null), List.of());
    }

    /** The platform, where a team is concerned. */
    public static About team(String team) {
        return new About(null, null, null, null, new Owner(team, null), List.of());
    }

    public About at(@Nullable String otherVersion) {
        return new About(productId, domain, otherVersion, title, owner, tags);
    }
}
