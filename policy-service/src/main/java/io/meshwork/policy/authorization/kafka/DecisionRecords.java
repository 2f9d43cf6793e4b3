package io.meshwork.policy.authorization.kafka;

import io.meshwork.events.AccessAdvice;
import io.meshwork.events.AccessDecided;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.Outcomes;
import io.meshwork.policy.access.AccessRequest;
import io.meshwork.policy.authorization.AccessAnswer;
import io.meshwork.policy.judgement.AccessDecision.Decider;

final class DecisionRecords {

    private static final String TOPIC = "access.decided";

    private DecisionRecords() {}

    static void announce(Outcomes outcomes, Event<?> asked, AccessAnswer answer) {
        outcomes.emit(asked.cause(), TOPIC, answer.question().productId(), toRecord(asked, answer));
    }

    private static AccessDecided toRecord(Event<?> asked, AccessAnswer answer) {
        AccessRequest request = answer.question().request();
        Decider decider = answer.decision().decider();
        return AccessDecided.newBuilder()
                .setRequestId(asked.id())
                .setProductId(answer.question().productId())
                .setVersion(answer.version())
                .setPrincipal(request.principal().id())
                .setPurpose(request.purpose())
                .setAction(request.action())
                .setPort(request.port())
                .setTeam(answer.question().team())
                .setDecision(answer.text())
                .setPolicyId(decider == null ? null : decider.policyId())
                .setPolicyRevision(decider == null ? null : decider.policyRevision())
                .setRule(decider == null ? null : decider.rule())
                .setReason(answer.reason())
                .setPolicySetRevision(answer.decision().policySetRevision())
                .setAdvice(answer.decision().advice().stream()
                        .map(DecisionRecords::toRecord)
                        .toList())
                .setDecidedAt(answer.decidedAt())
                .build();
    }

    private static AccessAdvice toRecord(Decider advice) {
        return new AccessAdvice(
                advice.policyId(),
                advice.policyRevision(),
                advice.rule(),
                advice.effect().text(),
                advice.undecided());
    }
}
