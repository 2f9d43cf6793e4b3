package io.meshwork.messaging.security;

import org.jspecify.annotations.Nullable;

/** Tells who asks from a signed token. */
public interface Callers {

    /**
     * @param token a JWT without the word Bearer, null when none came
     * @return never fails for a bad token: its caller is then unproven, with the reason
     * @throws io.meshwork.messaging.BrokenInfrastructure when the keys cannot be fetched
     */
    Caller of(@Nullable String token);
}
