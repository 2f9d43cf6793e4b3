package io.meshwork.notifier.subscription;

import java.util.List;

/** Who follows a product. */
@FunctionalInterface
public interface Followers {

    /** Ids of the subscriptions that ask for the product, paused ones included, in their order. */
    List<String> of(String productId);
}
