package io.meshwork.notifier.matching;

import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.product.KnownProducts;
import io.meshwork.notifier.subscription.Followers;
import io.meshwork.notifier.subscription.Subscription;
import java.util.List;
import java.util.Set;

/** By the tags of the product's newest version; what somebody wants to hear of it does not count. */
public final class ProductFollowers implements Followers {

    private final InForce inForce;
    private final KnownProducts products;

    public ProductFollowers(InForce inForce, KnownProducts products) {
        this.inForce = inForce;
        this.products = products;
    }

    @Override
    public List<String> of(String productId) {
        var known = products.newest(Set.of(productId)).get(productId);
        var about = known == null ? About.unknown(productId, null) : About.product(known);
        return inForce.now().candidates(about, Kind.words()).stream()
                .filter(subscription -> subscription.filter().concerns(about))
                .map(Subscription::id)
                .toList();
    }
}
