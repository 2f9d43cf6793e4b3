package io.meshwork.notifier.subscription.kafka;

import io.meshwork.events.AccessDecided;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.TopicListener;
import io.meshwork.notifier.NotifierSettings;
import io.meshwork.notifier.news.Text;
import io.meshwork.notifier.subscription.Grant;
import io.meshwork.notifier.subscription.Party;
import io.meshwork.notifier.subscription.Subscribing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Subscribes the teams of those who were given access, when the operator wants it. */
@Component("accessDecided")
class AccessDecidedListener extends TopicListener<AccessDecided> {

    private static final int WORDS = 200;

    private final Subscribing subscribing;
    private final boolean wanted;

    AccessDecidedListener(Subscribing subscribing, NotifierSettings settings) {
        super("access.decided", AccessDecided.class);
        this.subscribing = subscribing;
        this.wanted = settings.subscribeByAccess();
    }

    @Override
    public String expectedKey(AccessDecided value) {
        return value.getProductId();
    }

    @Override
    protected void handle(Batch<AccessDecided> batch) {
        if (!wanted) {
            return;
        }
        var decided = new ArrayList<Grant>();
        Map<Party, Event<AccessDecided>> causes = new HashMap<>();
        for (var event : batch.events()) {
            var value = event.require();
            var team = value.getTeam() == null ? "" : Text.line(value.getTeam(), WORDS);
            if (!value.getDecision().equals("permitted") && !value.getDecision().equals("denied")) {
                batch.refuse(event, "the decision '" + value.getDecision() + "' is neither permitted nor denied");
            } else if (!team.isEmpty()) {
                var party = new Party(Text.line(value.getProductId(), WORDS), team);
                decided.add(grant(party, value));
                causes.put(party, event);
            }
        }
        subscribing.agreeWithAccess(decided).forEach(stored -> {
            var cause = Objects.requireNonNull(causes.get(Party.of(stored.subscription())));
            SubscriptionRecords.emitChanged(batch, cause.cause(), stored);
        });
    }

    private static Grant grant(Party party, AccessDecided value) {
        var question = Identity.of(
                "access",
                party.productId(),
                party.team(),
                value.getPrincipal(),
                value.getPurpose(),
                value.getAction(),
                Objects.requireNonNullElse(value.getPort(), ""));
        return new Grant(question, party, value.getDecision().equals("permitted"), value.getDecidedAt());
    }
}
