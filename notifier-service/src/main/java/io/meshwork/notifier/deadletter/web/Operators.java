package io.meshwork.notifier.deadletter.web;

import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Caller;
import org.springframework.stereotype.Component;

/** Dead letters are for those who operate the mesh: they hold what anybody sent, also data about people. */
@Component
class Operators {

    private static final String WHOLE_MESH = "*";

    private final Authorizer authorizer;

    Operators(Authorizer authorizer) {
        this.authorizer = authorizer;
    }

    void require(Caller caller) {
        if (authorizer.decide(caller, Action.OPERATE, WHOLE_MESH) instanceof Authorizer.Decision.Denied(var reason)) {
            throw LetterProblems.denied(reason);
        }
    }
}
