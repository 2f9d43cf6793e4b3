package io.meshwork.policy.waiver.kafka;

import io.meshwork.events.WaiverChanged;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Outcomes;
import io.meshwork.policy.define.kafka.TurnJob;
import io.meshwork.policy.inforce.Reevaluation;
import io.meshwork.policy.inforce.Walk;
import io.meshwork.policy.waiver.WaiverVersion;
import java.time.Instant;
import java.util.Set;

/** Tells the mesh of waivers, and has the products that they are about judged again. */
final class WaiverAnnouncements {

    private static final String TOPIC = "waiver.changed";

    private WaiverAnnouncements() {}

    /** @param subjects products or domains that are judged again */
    static void granted(Outcomes outcomes, Cause cause, WaiverVersion waiver, Set<String> subjects) {
        announce(outcomes, cause, waiver, "granted", waiver.changedAt());
        subjects.forEach(subject -> judgeAgain(outcomes, cause, subject, waiver.changedAt()));
        if (waiver.startsAt().isAfter(waiver.changedAt())) {
            TurnJob.enqueue(outcomes, cause, waiver.startsAt());
        }
        TurnJob.enqueue(outcomes, cause, waiver.endsAt());
        WaiverDueJob.enqueue(outcomes, cause, waiver);
    }

    static void withdrawn(Outcomes outcomes, Cause cause, WaiverVersion waiver) {
        announce(outcomes, cause, waiver, "withdrawn", waiver.changedAt());
        judgeAgain(outcomes, cause, waiver.exemption().subject(), waiver.changedAt());
    }

    /** @param state granted, ending, ended or withdrawn */
    static void announce(Outcomes outcomes, Cause cause, WaiverVersion waiver, String state, Instant at) {
        outcomes.emit(cause, TOPIC, waiver.id(), toRecord(waiver, state, at));
    }

    private static void judgeAgain(Outcomes outcomes, Cause cause, String subject, Instant now) {
        Walk walk = subject.indexOf('.') < 0 ? new Walk.Domain(subject) : new Walk.Product(subject);
        Reevaluation.enqueue(outcomes, cause, walk, now);
    }

    private static WaiverChanged toRecord(WaiverVersion waiver, String state, Instant at) {
        return WaiverChanged.newBuilder()
                .setWaiverId(waiver.id())
                .setRevision(waiver.revision())
                .setPolicySetRevision(waiver.setRevision())
                .setState(state)
                .setPolicyId(waiver.exemption().policyId())
                .setRule(waiver.exemption().rule())
                .setSubject(waiver.exemption().subject())
                .setReason(waiver.exemption().reason())
                .setOwner(waiver.exemption().owner())
                .setApprover(waiver.approver())
                .setStartsAt(waiver.startsAt())
                .setEndsAt(waiver.endsAt())
                .setChangedAt(at)
                .build();
    }
}
