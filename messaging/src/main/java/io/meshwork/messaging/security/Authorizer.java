package io.meshwork.messaging.security;

/** The one place that says who may do what. */
public interface Authorizer {

    /** @param domain id of the domain the action touches, {@code *} for the whole mesh */
    Decision decide(Caller caller, Action action, String domain);

    sealed interface Decision {
        record Allowed() implements Decision {}

        /** @param reason what is missing and how to get it, for the caller to read */
        record Denied(String reason) implements Decision {}
    }
}
