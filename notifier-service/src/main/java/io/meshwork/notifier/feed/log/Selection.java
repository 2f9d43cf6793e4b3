package io.meshwork.notifier.feed.log;

import io.meshwork.notifier.subscription.Wildcard;
import org.jspecify.annotations.Nullable;

/**
 * Which updates somebody wants: those that are all it names.
 *
 * @param product id with {@code *} as wildcard, null for all
 * @param domain null for all
 * @param subscription id of one on the feed, null for all updates whoever they are for
 */
public record Selection(
        @Nullable String product,
        @Nullable String domain,
        @Nullable String subscription) {

    public static Selection ofProduct(String product) {
        return new Selection(product, null, null);
    }

    public static Selection ofDomain(String domain) {
        return new Selection(null, domain, null);
    }

    public static Selection ofSubscription(String subscription) {
        return new Selection(null, null, subscription);
    }

    public boolean wants(Update update) {
        return (product == null || Wildcard.matches(product, update.productId()))
                && (domain == null || domain.equals(update.domain()))
                && (subscription == null || update.subscriptions().contains(subscription));
    }
}
