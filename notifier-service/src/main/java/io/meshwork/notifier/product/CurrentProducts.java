package io.meshwork.notifier.product;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The products as they are listed; used inside a transaction. Whoever keeps or forgets some must do so before it looks for
 * subscriptions: a {@link #page} waits for them, and they for it, so that who follows a product hears of each of its states from one
 * of the two.
 */
public interface CurrentProducts {

    /** Keeps the highest revision of each. */
    void keep(Collection<CurrentProduct> products);

    /** They come back with a state that is younger than what was known of them. */
    void forget(Set<String> productIds);

    /**
     * Those that may be wanted, by id.
     *
     * @param after id to go on after, empty for the first page
     */
    List<CurrentProduct> page(Wanted wanted, String after, int limit);

    /**
     * All that a product must be; what is empty is open.
     *
     * @param products ids with {@code *} as wildcard
     * @param tags any of which it must carry
     */
    record Wanted(Set<String> products, Set<String> domains, Set<String> tags) {}
}
