package io.meshwork.quality.slo.kafka;

import io.meshwork.events.SloStatusChanged;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.Outcomes;
import io.meshwork.quality.slo.StatusChange;
import java.util.UUID;

/** Announces changes as {@code slo.status-changed}. */
final class StatusRecords {

    private StatusRecords() {}

    /** The cause is the change itself: many samples lead to it, or none. */
    static void announce(Outcomes outcomes, StatusChange change) {
        UUID id = Identity.of("slo", change.productId(), change.objective(), change.sequence());
        outcomes.emit(new Cause(id, id.toString(), null), "slo.status-changed", change.productId(), toRecord(change));
    }

    private static SloStatusChanged toRecord(StatusChange change) {
        return SloStatusChanged.newBuilder()
                .setProductId(change.productId())
                .setVersion(change.version())
                .setObjective(change.objective())
                .setStatus(change.status())
                .setMeasured(change.measured())
                .setTarget(change.target())
                .setUnit(change.unit())
                .setSequence(change.sequence())
                .setChangedAt(change.changedAt())
                .build();
    }
}
