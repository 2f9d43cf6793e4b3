package io.meshwork.messaging.security;

import org.jspecify.annotations.Nullable;

/** The local profile believes everybody. */
public final class LocalCallers implements Callers, Authorizer {

    private static final Caller LOCAL = new Caller.Unproven("local", "the local profile asks for no token");

    @Override
    public Caller of(@Nullable String token) {
        return LOCAL;
    }

    @Override
    public Decision decide(Caller caller, Action action, String domain) {
        return new Decision.Allowed();
    }
}
