package io.meshwork.notifier.product;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
     * The next ones by id. Nothing is searched for, so that listings wait no longer for whoever follows few products.
     *
     * @param after id to go on after, empty for the first page
     * @param limit of what is looked at
     */
    Page page(String after, int limit);

    /** @param last id to go on after, null when there is nothing behind it; a page can be empty and not the last */
    record Page(List<CurrentProduct> products, @Nullable String last) {}
}
