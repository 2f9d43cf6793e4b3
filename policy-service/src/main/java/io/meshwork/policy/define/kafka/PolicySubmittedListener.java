package io.meshwork.policy.define.kafka;

import io.meshwork.events.PolicySubmitted;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import io.meshwork.policy.define.PolicyBook;
import io.meshwork.policy.define.PolicyDecision;
import io.meshwork.policy.define.PolicyDecision.Changed;
import io.meshwork.policy.define.PolicyDecision.Refused;
import io.meshwork.policy.define.PolicyDecision.Unchanged;
import io.meshwork.policy.define.PolicyDecisions;
import io.meshwork.policy.define.PolicyRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component("policySubmitted")
class PolicySubmittedListener extends TopicListener<PolicySubmitted> {

    private final PolicyBook book;
    private final PolicyDecisions decisions;

    PolicySubmittedListener(PolicyBook book, PolicyDecisions decisions) {
        super("policy.submitted", PolicySubmitted.class);
        this.book = book;
        this.decisions = decisions;
    }

    @Override
    public String expectedKey(PolicySubmitted value) {
        return value.getPolicyId();
    }

    @Override
    protected void handle(Batch<PolicySubmitted> batch) {
        List<PolicyRequest> requests =
                batch.events().stream().map(PolicySubmittedListener::request).toList();
        PolicyBook.Decided decided = book.submit(requests);
        Map<PolicyRequest, PolicyDecision> kept = new LinkedHashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            PolicyDecision decision = decided.decisions().get(requests.get(i).id());
            if (decision != null) {
                kept.put(requests.get(i), decision);
                announce(batch, batch.events().get(i), decision);
            }
        }
        decisions.keep(decided.setRevision(), kept);
    }

    private static void announce(Batch<PolicySubmitted> batch, Event<PolicySubmitted> event, PolicyDecision decision) {
        switch (decision) {
            case Changed(var version) -> PolicyAnnouncements.changed(batch, event.cause(), version);
            case Unchanged unchanged -> {}
            case Refused refused -> batch.refuse(event, refused.code() + ": " + refused.reason());
        }
    }

    private static PolicyRequest request(Event<PolicySubmitted> event) {
        PolicySubmitted value = event.require();
        return new PolicyRequest(
                event.id(), value.getPolicyId(), value.getDocument(), value.getSource(), event.caller());
    }
}
