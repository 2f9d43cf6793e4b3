package io.meshwork.notifier.request.kafka;

import io.meshwork.messaging.Event;
import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Caller;
import io.meshwork.notifier.request.Requester;
import org.jspecify.annotations.Nullable;

/** Who asks, and what they may do. */
public final class Requesters {

    private Requesters() {}

    public static Requester of(Event<?> event, Authorizer authorizer) {
        return new Requester(event.caller().name(), domain -> denial(event.caller(), domain, authorizer));
    }

    private static @Nullable String denial(Caller caller, String domain, Authorizer authorizer) {
        return switch (authorizer.decide(caller, Action.HANDLE_INCIDENTS, domain)) {
            case Authorizer.Decision.Allowed() -> null;
            case Authorizer.Decision.Denied(var reason) -> reason;
        };
    }
}
