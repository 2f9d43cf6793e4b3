package io.meshwork.notifier.subscription;

import io.meshwork.messaging.Identity;
import io.meshwork.notifier.news.Severity;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A team that has to do with a product: it owns it, its contract names it as a consumer, or it was given access. Whatever it is, it
 * is subscribed to the product once.
 */
public record Party(String productId, String team) {

    /** How the ids of subscriptions by default begin; nobody else may make such a one. */
    static final String ID_PREFIX = "contract-";

    private static final int LONGEST_WORDS = 40;
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    /** Of a subscription by default. */
    public static Party of(Subscription subscription) {
        return new Party(subscription.filter().products().iterator().next(), subscription.subscriber());
    }

    Subscription subscription(@Nullable String contact) {
        return new Subscription(
                subscriptionId(),
                team,
                contact,
                new Filter(Set.of(productId), Set.of(), Set.of(), Set.of(), Severity.INFO),
                Channel.FEED,
                null,
                true);
    }

    /** Readable, and by its end the only one of this product and team. */
    String subscriptionId() {
        var words =
                OTHER.matcher((productId + "-" + team).toLowerCase(Locale.ROOT)).replaceAll("-");
        var unique = Identity.of("contract", productId, team).toString().substring(24);
        return ID_PREFIX + words.substring(0, Math.min(words.length(), LONGEST_WORDS)) + "-" + unique;
    }
}
