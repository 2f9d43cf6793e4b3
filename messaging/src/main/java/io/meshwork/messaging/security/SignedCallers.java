package io.meshwork.messaging.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import io.meshwork.messaging.BrokenInfrastructure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Believes tokens that the configured issuer has signed for us and that end. */
public final class SignedCallers implements Callers {

    private static final int REMEMBERED = 1000;

    /** A key that the issuer withdraws is believed for no longer than this. */
    private static final Duration CHECKED_AGAIN = Duration.ofMinutes(5);

    private record Checked(Jwt jwt, Instant until) {}

    private final NimbusJwtDecoder decoder;
    private final SecuritySettings settings;
    private final Clock clock;

    /** A producer sends the same token with thousands of records; its signature is not checked for each. */
    private final Map<String, Checked> checked = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Checked> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** @param decoder knows the issuer's keys; what else a token must say is set here */
    public SignedCallers(NimbusJwtDecoder decoder, SecuritySettings settings, Clock clock) {
        this.decoder = decoder;
        this.settings = settings;
        this.clock = clock;
        decoder.setJwtValidator(rules(settings, clock));
    }

    private static OAuth2TokenValidator<Jwt> rules(SecuritySettings settings, Clock clock) {
        JwtTimestampValidator times = new JwtTimestampValidator(settings.clockSkew());
        times.setAllowEmptyExpiryClaim(false);
        times.setClock(clock);
        List<OAuth2TokenValidator<Jwt>> rules = new ArrayList<>();
        rules.add(times);
        rules.add(new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.audience())));
        rules.add(new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank()));
        if (settings.issuer() != null) {
            rules.add(new JwtIssuerValidator(settings.issuer()));
        }
        return new DelegatingOAuth2TokenValidator<>(rules);
    }

    @Override
    public Caller of(@Nullable String token) {
        if (token == null) {
            return new Caller.Unproven(
                    "anonymous",
                    "no token came with the request; send one in the mesh-token header of the record, "
                            + "or as a bearer token over HTTP");
        }
        try {
            Jwt jwt = verified(token);
            return new Caller.Verified(
                    String.valueOf(jwt.getSubject()),
                    strings(jwt, settings.domainsClaim()),
                    strings(jwt, settings.rolesClaim()));
        } catch (BadJwtException e) {
            return unproven(e);
        } catch (JwtException e) {
            if (isOfTheToken(e)) {
                return unproven(e);
            }
            throw new BrokenInfrastructure("the keys of the token issuer cannot be fetched", e);
        }
    }

    private static Caller unproven(JwtException e) {
        return new Caller.Unproven("anonymous", "the token is not accepted: " + e.getMessage());
    }

    /** A token that cannot be processed must not look like an issuer that does not answer: it would be tried for ever. */
    private static boolean isOfTheToken(JwtException e) {
        return e.getCause() instanceof JOSEException && !(e.getCause() instanceof KeySourceException);
    }

    private Jwt verified(String token) {
        Instant now = clock.instant();
        Checked before = checked.get(token);
        if (before != null && now.isBefore(before.until())) {
            return before.jwt();
        }
        checked.remove(token);
        Jwt jwt = decoder.decode(token);
        checked.put(token, new Checked(jwt, validUntil(jwt, now)));
        return jwt;
    }

    private Instant validUntil(Jwt jwt, Instant now) {
        Instant again = now.plus(CHECKED_AGAIN);
        Instant end = jwt.getExpiresAt() == null ? now : jwt.getExpiresAt().plus(settings.clockSkew());
        return end.isBefore(again) ? end : again;
    }

    private static Set<String> strings(Jwt jwt, String claim) {
        return jwt.getClaims().get(claim) instanceof Collection<?> values
                ? values.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
