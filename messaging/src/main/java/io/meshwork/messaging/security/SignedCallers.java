package io.meshwork.messaging.security;

import io.meshwork.messaging.BrokenInfrastructure;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Believes tokens that the configured issuer has signed. */
public final class SignedCallers implements Callers {

    private static final int REMEMBERED = 1000;

    private final JwtDecoder decoder;
    private final SecuritySettings settings;
    /** A producer sends the same token with thousands of records; its signature is checked once while it is valid. */
    private final Map<String, Jwt> verified = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Jwt> eldest) {
            return size() > REMEMBERED;
        }
    });

    private final java.time.Clock clock;

    public SignedCallers(JwtDecoder decoder, SecuritySettings settings, java.time.Clock clock) {
        this.decoder = decoder;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Caller of(@Nullable String token) {
        if (token == null) {
            return new Caller.Unproven(
                    "anonymous",
                    "no token came with the request; send one in the mesh-token header of "
                            + "the record, or as a bearer token over HTTP");
        }
        try {
            Jwt jwt = verified.get(token);
            if (jwt == null || expired(jwt)) {
                jwt = decoder.decode(token);
                verified.put(token, jwt);
            }
            return new Caller.Verified(
                    jwt.getSubject() != null ? jwt.getSubject() : "unnamed",
                    strings(jwt, settings.domainsClaim()),
                    strings(jwt, settings.rolesClaim()));
        } catch (BadJwtException e) {
            return new Caller.Unproven("anonymous", "the token is not accepted: " + e.getMessage());
        } catch (JwtException e) {
            throw new BrokenInfrastructure("the keys of the token issuer cannot be fetched", e);
        }
    }

    private boolean expired(Jwt jwt) {
        return jwt.getExpiresAt() != null
                && jwt.getExpiresAt().plus(settings.clockSkew()).isBefore(clock.instant());
    }

    private static Set<String> strings(Jwt jwt, String claim) {
        return jwt.getClaims().get(claim) instanceof Collection<?> values
                ? values.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
