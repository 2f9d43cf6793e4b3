package io.meshwork.notifier.notification.jdbc;

import io.meshwork.notifier.notification.Notifications.Failed;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** What a channel refused for good, as conditions of a statement; those of what is not named are left out. */
final class FailedConditions {

    private FailedConditions() {}

    static String text(Failed which) {
        return "state = 'failed' and state <> 'sent'" // the second for the partial index
                + (which.id() == null ? "" : " and id = :id")
                + (which.subscription() == null ? "" : " and subscription_id = :subscription")
                + (which.since() == null ? "" : " and settled_at >= :since");
    }

    static Map<String, Object> parameters(Failed which) {
        var parameters = new HashMap<String, Object>();
        if (which.id() != null) {
            parameters.put("id", which.id());
        }
        if (which.subscription() != null) {
            parameters.put("subscription", which.subscription());
        }
        if (which.since() != null) {
            parameters.put("since", which.since().atOffset(ZoneOffset.UTC));
        }
        return parameters;
    }
}
