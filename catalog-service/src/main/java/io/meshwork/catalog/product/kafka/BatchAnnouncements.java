package io.meshwork.catalog.product.kafka;

import io.meshwork.catalog.product.Announcements;
import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.Outcome.Rejected;
import io.meshwork.catalog.product.Standing;
import io.meshwork.catalog.product.VersionId;
import io.meshwork.events.PublishedChange;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.OutcomeTooLargeException;
import java.time.Instant;
import java.util.List;

/** Announcements as outcomes of the batch that caused them. */
record BatchAnnouncements(Batch<?> batch) implements Announcements {

    /** A contract that only fits without its changes is told without them. */
    @Override
    public boolean published(Published published) {
        return emitted(published, ChangeRecords.of(published)) || emitted(published, List.of());
    }

    private boolean emitted(Published published, List<PublishedChange> changes) {
        try {
            batch.emit(
                    published.request().cause(),
                    "product.published",
                    published.request().productId(),
                    ProductRecords.published(published, changes));
            return true;
        } catch (OutcomeTooLargeException tooLarge) {
            return false;
        }
    }

    @Override
    public void rejected(Rejected rejected, Instant at) {
        batch.emit(
                rejected.request().cause(),
                "product.rejected",
                rejected.request().productId(),
                ProductRecords.rejected(rejected, at));
    }

    @Override
    public void listed(Standing standing) {
        batch.emit(standing.cause(), "product.listing", standing.productId(), ProductRecords.listing(standing));
    }

    @Override
    public void known(VersionId version) {
        batch.release(waitingFor(version));
    }

    static String waitingFor(VersionId version) {
        return "product:" + version;
    }
}
