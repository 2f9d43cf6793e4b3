package io.meshwork.policy.define.kafka;

import io.meshwork.events.PolicyChanged;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Outcomes;
import io.meshwork.policy.define.PolicyBook.Turned;
import io.meshwork.policy.define.PolicyVersion;
import io.meshwork.policy.inforce.Reevaluation;
import io.meshwork.policy.inforce.Walk;
import io.meshwork.policy.model.Scope;
import java.time.Instant;

/** Tells the mesh that policies changed, and has the products that they cover judged again. */
public final class PolicyAnnouncements {

    private static final String TOPIC = "policy.changed";

    private PolicyAnnouncements() {}

    public static void changed(Outcomes outcomes, Cause cause, PolicyVersion version) {
        outcomes.emit(cause, TOPIC, version.id(), record(version, version.setRevision(), version.changedAt()));
        Reevaluation.enqueue(outcomes, cause, covered(version.scope()), version.changedAt());
        version.stagesAfter(version.changedAt()).forEach(stage -> TurnJob.enqueue(outcomes, cause, stage));
    }

    /** A stage or a waiver began or ended. */
    public static void turned(Outcomes outcomes, Cause cause, Turned turned) {
        Instant now = turned.set().asOf();
        turned.changed()
                .forEach(version -> outcomes.emit(
                        cause, TOPIC, version.id(), record(version, turned.set().number(), now)));
        Reevaluation.enqueue(outcomes, cause, new Walk.All(), now);
    }

    private static Walk covered(Scope scope) {
        return switch (scope) {
            case Scope.Global global -> new Walk.All();
            case Scope.Domain(var id) -> new Walk.Domain(id);
        };
    }

    private static PolicyChanged record(PolicyVersion v, long setRevision, Instant at) {
        return PolicyChanged.newBuilder()
                .setPolicyId(v.id())
                .setPolicyRevision(v.revision())
                .setPolicySetRevision(setRevision)
                .setTitle(v.title())
                .setScope(v.scope().text())
                .setCategory(v.category().text())
                .setEnforcement(v.rollout().at(at).text())
                .setDocument(v.document())
                .setWithdrawn(v.withdrawn())
                .setPrincipal(v.principal())
                .setChangedAt(at)
                .build();
    }
}
