package io.meshwork.catalog.product;

import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.Outcome.Rejected;
import java.time.Instant;

/** Where decisions are told to the mesh; they leave together with the state they belong to, or not at all. */
public interface Announcements {

    /** @return false when the contract does not fit into a record; then nothing was announced */
    boolean published(Published published);

    void rejected(Rejected rejected, Instant at);

    /** Tells the current state of a product, whose row this transaction has locked. */
    void listed(Standing standing);

    /** Lets what was said early about this version be said again. */
    void known(VersionId version);
}
