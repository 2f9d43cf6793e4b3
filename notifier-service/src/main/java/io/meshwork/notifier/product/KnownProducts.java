package io.meshwork.notifier.product;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The published versions the notifier heard of; used inside a transaction. */
public interface KnownProducts {

    /**
     * Keeps the highest revision of each version.
     *
     * @return those that were not known before, as a set of the caller's own
     */
    Set<ProductVersion> remember(Collection<KnownProduct> products);

    /**
     * The known ones among these versions. A version that is missing stays missing until this transaction has ended: whoever
     * publishes it waits, so that an event parked here is seen by the release there.
     */
    Map<ProductVersion, KnownProduct> find(Set<ProductVersion> versions);

    /** The newest known version of each of these products. */
    Map<String, KnownProduct> newest(Set<String> productIds);

    /**
     * Forgets all versions, what was told about them, and the settled notifications about them.
     *
     * @return the newest known version of each as it was, in a map of the caller's own
     */
    Map<String, KnownProduct> forget(Set<String> productIds);
}
