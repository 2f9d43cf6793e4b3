package io.meshwork.catalog.product;

import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.Outcome.Rejected;
import io.meshwork.messaging.Cause;
import java.time.Instant;

/** Where decisions are told to the mesh; they leave together with the state they belong to, or not at all. */
public interface Announcements {

    /** @return false when the contract does not fit into a record; then nothing was announced */
    boolean published(Published published);

    void rejected(Rejected rejected, Instant at);

    /** Tells the current state of a product, whose row this transaction has locked. */
    void listed(Standing standing);

    /** Tells what became of a published version. */
    void changed(VersionChanged changed);

    /** Lets the version be retired when its sunset comes. */
    void due(VersionId version, Instant sunset, Cause cause);

    /** Lets the version be retired when its contract has ended. */
    void ends(VersionId version, Instant end, Cause cause);

    /** Lets what was said early about this version be said again. */
    void known(VersionId version);
}
