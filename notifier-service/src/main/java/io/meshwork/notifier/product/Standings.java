package io.meshwork.notifier.product;

import java.util.Map;
import java.util.Set;

/** What was last told about each version; used inside a transaction. */
public interface Standings {

    /** Locks them until the transaction ends; every version asked for is in the answer, a map of the caller's own. */
    Map<ProductVersion, Standing> lock(Aspect aspect, Set<ProductVersion> versions);

    void store(Aspect aspect, Map<ProductVersion, Standing> standings);

    /** Nothing counts as told any more about this aspect of these products. */
    void clear(Aspect aspect, Set<String> productIds);
}
