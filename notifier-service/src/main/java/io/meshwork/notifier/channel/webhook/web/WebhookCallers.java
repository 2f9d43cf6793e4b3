package io.meshwork.notifier.channel.webhook.web;

import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Caller;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may see and change endpoints: whoever may subscribe for their team; ops may see them. */
@Component
class WebhookCallers {

    private static final String WHOLE_MESH = "*";

    private final Authorizer authorizer;

    WebhookCallers(Authorizer authorizer) {
        this.authorizer = authorizer;
    }

    /** Says of a team why the caller may not change its endpoints, null when they may. */
    Function<String, @Nullable String> changing(Caller caller) {
        return team -> denial(caller, Action.SUBSCRIBE, team);
    }

    /** Says of a team why the caller may not see its endpoints, null when they may. */
    Function<String, @Nullable String> seeing(Caller caller) {
        return denial(caller, Action.OPERATE, WHOLE_MESH) == null ? _ -> null : changing(caller);
    }

    private @Nullable String denial(Caller caller, Action action, String team) {
        return switch (authorizer.decide(caller, action, team)) {
            case Authorizer.Decision.Allowed() -> null;
            case Authorizer.Decision.Denied(var reason) -> reason;
        };
    }
}
