package io.meshwork.catalog.product.kafka;

import io.meshwork.catalog.product.Announcements;
import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.Outcome.Rejected;
import io.meshwork.catalog.product.Standing;
import io.meshwork.catalog.product.VersionChanged;
import io.meshwork.catalog.product.VersionId;
import io.meshwork.events.PublishedChange;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.OutcomeTooLargeException;
import io.meshwork.messaging.Outcomes;
import java.time.Instant;
import java.util.List;

/** Announcements as outcomes of the transaction that decides them. */
class OutcomeAnnouncements implements Announcements {

    private final Outcomes outcomes;

    OutcomeAnnouncements(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /** A contract that only fits without its changes is told without them. */
    @Override
    public final boolean published(Published published) {
        return emitted(published, ChangeRecords.of(published)) || emitted(published, List.of());
    }

    private boolean emitted(Published published, List<PublishedChange> changes) {
        try {
            outcomes.emit(
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
    public final void rejected(Rejected rejected, Instant at) {
        outcomes.emit(
                rejected.request().cause(),
                "product.rejected",
                rejected.request().productId(),
                ProductRecords.rejected(rejected, at));
    }

    @Override
    public final void listed(Standing standing) {
        outcomes.emit(standing.cause(), "product.listing", standing.productId(), ProductRecords.listing(standing));
    }

    @Override
    public final void changed(VersionChanged changed) {
        outcomes.emit(
                changed.cause(),
                "product.version-changed",
                changed.versionId().productId(),
                VersionRecords.changed(changed));
    }

    @Override
    public final void due(VersionId version, Instant sunset, Cause cause) {
        VersionDueJob.enqueue(outcomes, VersionDueJob.SUNSET, version, sunset, cause);
    }

    @Override
    public final void ends(VersionId version, Instant end, Cause cause) {
        VersionDueJob.enqueue(outcomes, VersionDueJob.CONTRACT_END, version, end, cause);
    }

    /** Only a batch of events can hold back events. */
    @Override
    public void known(VersionId version) {
        throw new IllegalStateException(version + " was not published by an event");
    }
}
