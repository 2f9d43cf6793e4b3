package io.meshwork.policy.waiver.kafka;

import io.meshwork.events.WaiverSubmitted;
import io.meshwork.events.WaiverTerms;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import io.meshwork.policy.waiver.Exemption;
import io.meshwork.policy.waiver.WaiverBook;
import io.meshwork.policy.waiver.WaiverDecision;
import io.meshwork.policy.waiver.WaiverDecision.Granted;
import io.meshwork.policy.waiver.WaiverDecision.Refused;
import io.meshwork.policy.waiver.WaiverDecision.Unchanged;
import io.meshwork.policy.waiver.WaiverDecision.Withdrawn;
import io.meshwork.policy.waiver.WaiverDecisions;
import io.meshwork.policy.waiver.WaiverDraft;
import io.meshwork.policy.waiver.WaiverRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component("waiverSubmitted")
class WaiverSubmittedListener extends TopicListener<WaiverSubmitted> {

    private final WaiverBook book;
    private final WaiverDecisions decisions;

    WaiverSubmittedListener(WaiverBook book, WaiverDecisions decisions) {
        super("waiver.submitted", WaiverSubmitted.class);
        this.book = book;
        this.decisions = decisions;
    }

    @Override
    public String expectedKey(WaiverSubmitted value) {
        return value.getWaiverId();
    }

    @Override
    protected void handle(Batch<WaiverSubmitted> batch) {
        List<WaiverRequest> requests =
                batch.events().stream().map(WaiverSubmittedListener::request).toList();
        WaiverBook.Decided decided = book.submit(requests);
        for (int i = 0; i < requests.size(); i++) {
            WaiverDecision decision = decided.decisions().get(requests.get(i));
            announce(batch, batch.events().get(i), Objects.requireNonNull(decision));
        }
        decisions.keep(decided.setRevision(), decided.decisions());
    }

    private static void announce(Batch<WaiverSubmitted> batch, Event<WaiverSubmitted> event, WaiverDecision decision) {
        switch (decision) {
            case Granted(var waiver, var subjects) ->
                WaiverAnnouncements.granted(batch, event.cause(), waiver, subjects);
            case Withdrawn(var waiver) -> WaiverAnnouncements.withdrawn(batch, event.cause(), waiver);
            case Unchanged unchanged -> {}
            case Refused(var code, var reason, var faults) -> batch.refuse(event, code.text() + ": " + reason);
        }
    }

    private static WaiverRequest request(Event<WaiverSubmitted> event) {
        WaiverSubmitted value = event.require();
        return new WaiverRequest(
                event.id(), value.getWaiverId(), draft(value.getWaiver()), value.getSource(), event.caller());
    }

    private static @Nullable WaiverDraft draft(@Nullable WaiverTerms terms) {
        return terms == null
                ? null
                : new WaiverDraft(
                        new Exemption(
                                terms.getPolicyId(),
                                terms.getRule(),
                                terms.getSubject(),
                                terms.getReason(),
                                terms.getOwner()),
                        terms.getStartsAt(),
                        terms.getEndsAt());
    }
}
