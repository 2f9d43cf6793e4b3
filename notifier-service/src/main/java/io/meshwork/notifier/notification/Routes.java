package io.meshwork.notifier.notification;

import io.meshwork.notifier.subscription.Subscription;
import java.util.List;
import java.util.Optional;

/** Says whether a subscription's channel has somewhere to send to. */
@FunctionalInterface
public interface Routes {

    /** What is missing and how to add it, for people; empty when nothing is. */
    Optional<String> obstacle(Subscription subscription);

    /** What any of them is missing. */
    static Routes all(List<Routes> channels) {
        return subscription -> channels.stream()
                .flatMap(channel -> channel.obstacle(subscription).stream())
                .findFirst();
    }
}
