package io.meshwork.notifier.subscription.kafka;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Decisions;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscribing;
import io.meshwork.notifier.subscription.Subscriptions;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Brings the configured subscriptions into force before the first event, and announces them by a job: a start must not depend
 * on broker and registry.
 */
@Component
@EnableConfigurationProperties(SubscriptionSettings.class)
class ConfiguredSubscriptions implements SmartInitializingSingleton, JobHandler {

    private static final Logger log = LoggerFactory.getLogger(ConfiguredSubscriptions.class);

    private final SubscriptionSettings settings;
    private final Subscribing subscribing;
    private final Subscriptions subscriptions;
    private final Decisions decisions;

    ConfiguredSubscriptions(
            SubscriptionSettings settings, Subscribing subscribing, Subscriptions subscriptions, Decisions decisions) {
        this.settings = settings;
        this.subscribing = subscribing;
        this.subscriptions = subscriptions;
        this.decisions = decisions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var wanted = settings.toSubscriptions();
        decisions.decide(outcomes -> subscribing.configure(wanted).forEach(stored -> enqueue(outcomes, stored)));
    }

    @Override
    public String kind() {
        return "configured-subscription";
    }

    @Override
    public Consumer<Outcomes> run(Job job) {
        return outcomes -> subscriptions
                .lock(Set.of(job.key()))
                .values()
                .forEach(stored -> SubscriptionRecords.emitChanged(outcomes, job.cause(), stored));
    }

    private void enqueue(Outcomes outcomes, Stored stored) {
        var id = stored.subscription().id();
        var cause = Identity.of("configured-subscription", id, stored.revision());
        outcomes.enqueue(new Cause(cause, cause.toString(), null), kind(), id, "", stored.changedAt());
        log.atInfo()
                .addKeyValue("subscriptionId", id)
                .addKeyValue("revision", stored.revision())
                .addKeyValue("active", stored.subscription().active())
                .log("A configured subscription changed");
    }
}
