package io.meshwork.catalog.product.kafka;

import io.meshwork.catalog.product.VersionId;
import io.meshwork.messaging.Batch;

/** Announcements of the batch that caused them. */
final class BatchAnnouncements extends OutcomeAnnouncements {

    private final Batch<?> batch;

    BatchAnnouncements(Batch<?> batch) {
        super(batch);
        this.batch = batch;
    }

    @Override
    public void known(VersionId version) {
        batch.release(waitingFor(version));
    }

    static String waitingFor(VersionId version) {
        return "product:" + version;
    }
}
