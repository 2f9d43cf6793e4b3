package io.meshwork.notifier.announcement;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.meshwork.notifier.product.KnownProducts;
import io.meshwork.notifier.product.ProductVersion;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscribing;
import io.meshwork.notifier.subscription.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Subscribes whom a contract names, as long as the version published last names them; runs inside the transaction of their batch. */
public final class ContractParties {

    private final Subscribing subscribing;
    private final KnownProducts products;

    public ContractParties(Subscribing subscribing, KnownProducts products) {
        this.subscribing = subscribing;
        this.products = products;
    }

    /** @param wanted what follows from the contract of a version */
    public record Named(ProductVersion ref, List<Subscription> wanted) {}

    /**
     * Call it when the versions are known.
     *
     * @return the subscriptions that changed
     */
    public List<Stored> published(List<Named> contracts) {
        var ids = contracts.stream().map(contract -> contract.ref().productId()).collect(toSet());
        var newest = products.newest(ids);
        Map<ProductVersion, Named> current = contracts.stream()
                .filter(contract -> {
                    var known = newest.get(contract.ref().productId());
                    return known != null && known.ref().equals(contract.ref());
                })
                .collect(toMap(Named::ref, contract -> contract, (_, last) -> last));
        return current.isEmpty()
                ? List.of()
                : subscribing.agreeWithContracts(
                        current.keySet().stream().map(ProductVersion::productId).collect(toSet()),
                        current.values().stream()
                                .flatMap(contract -> contract.wanted().stream())
                                .toList());
    }

    /**
     * @param products since when each is gone
     * @return the subscriptions that ended with them
     */
    public List<Stored> gone(Map<String, Instant> products) {
        return products.isEmpty() ? List.of() : subscribing.gone(products);
    }
}
