package io.meshwork.policy.define.kafka;

import io.meshwork.events.PolicyChanged;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Outcomes;
import io.meshwork.policy.define.PolicyVersion;
import io.meshwork.policy.evaluation.kafka.ReevaluationJob;

/** Tells the mesh that policies changed, and has every product judged again. */
public final class PolicyAnnouncements {

    private static final String TOPIC = "policy.changed";

    private PolicyAnnouncements() {}

    public static void changed(Outcomes outcomes, Cause cause, PolicyVersion version) {
        outcomes.emit(cause, TOPIC, version.id(), record(version));
        outcomes.enqueue(
                cause,
                ReevaluationJob.KIND,
                ReevaluationJob.KEY,
                String.valueOf(version.setRevision()),
                version.changedAt());
    }

    private static PolicyChanged record(PolicyVersion v) {
        return PolicyChanged.newBuilder()
                .setPolicyId(v.id())
                .setPolicyRevision(v.revision())
                .setPolicySetRevision(v.setRevision())
                .setTitle(v.title())
                .setScope(v.scope().text())
                .setCategory(v.category().text())
                .setEnforcement(v.enforcement().text())
                .setDocument(v.document())
                .setWithdrawn(v.withdrawn())
                .setPrincipal(v.principal())
                .setChangedAt(v.changedAt())
                .build();
    }
}
