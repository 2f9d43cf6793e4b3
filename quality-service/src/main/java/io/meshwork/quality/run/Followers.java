package io.meshwork.quality.run;

import java.util.Collection;

/** Who must look at a product again when what is known of it has changed; told inside the transaction, and never waits for a lock. */
public interface Followers {

    /** Versions were published. */
    void published(Collection<Version> versions);

    /** The data was refreshed or scored. */
    void measured(Collection<String> productIds);
}
