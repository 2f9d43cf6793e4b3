package io.meshwork.messaging.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.meshwork.messaging.BrokenInfrastructure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class SignedCallersTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final SecuritySettings SETTINGS = new SecuritySettings(
            null, "https://issuer.example", "meshwork", "mesh_domains", "mesh_roles", Duration.ofSeconds(60));

    private static RSAKey issuersKey;
    private static RSAKey otherKey;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final AtomicInteger keyLookups = new AtomicInteger();
    private final Callers callers = callers(SETTINGS);

    @BeforeAll
    static void generateKeys() throws JOSEException {
        issuersKey = new RSAKeyGenerator(2048).keyID("issuer").generate();
        otherKey = new RSAKeyGenerator(2048).keyID("issuer").generate();
    }

    @Test
    void believesWhatTheIssuerSigned() {
        assertThat(callers.of(signed(claims().build(), issuersKey)))
                .isEqualTo(new Caller.Verified("team-sales", Set.of("sales"), Set.of("ops")));
    }

    @Test
    void grantsNothingForClaimsOfAnotherShape() {
        JWTClaimsSet odd =
                claims().claim("mesh_domains", "*").claim("mesh_roles", null).build();

        assertThat(callers.of(signed(odd, issuersKey)))
                .isEqualTo(new Caller.Verified("team-sales", Set.of(), Set.of()));
    }

    @Test
    void saysThatNoTokenCame() {
        assertThat(callers.of(null))
                .isInstanceOfSatisfying(
                        Caller.Unproven.class,
                        caller -> assertThat(caller.reason()).contains("mesh-token"));
    }

    @Test
    void refusesATokenOfAnotherKey() {
        assertUnproven(signed(claims().build(), otherKey));
    }

    @Test
    void refusesATokenThatIsNotSigned() {
        assertUnproven(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void refusesATokenSignedWithThePublicKeyAsASecret() throws JOSEException {
        SignedJWT confused = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        confused.sign(new MACSigner(issuersKey.toRSAPublicKey().getEncoded()));

        assertUnproven(confused.serialize());
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        assertUnproven("");
        assertUnproven("a.b.c");
        assertUnproven("x".repeat(10_000));
    }

    @Test
    void refusesATokenForSomebodyElse() {
        assertUnproven(signed(claims().audience("another-service").build(), issuersKey));
        assertUnproven(signed(claims().audience((String) null).build(), issuersKey));
    }

    @Test
    void refusesATokenOfAnotherIssuer() {
        assertUnproven(signed(claims().issuer("https://other.example").build(), issuersKey));
    }

    @Test
    void refusesAnExpiredTokenAndOneThatIsNotValidYet() {
        assertUnproven(signed(claims().expirationTime(at(-120)).build(), issuersKey));
        assertUnproven(signed(claims().notBeforeTime(at(120)).build(), issuersKey));
    }

    @Test
    void refusesATokenThatNeverExpires() {
        assertUnproven(signed(claims().expirationTime(null).build(), issuersKey));
    }

    @Test
    void refusesATokenWithoutASubject() {
        assertUnproven(signed(claims().subject(null).build(), issuersKey));
    }

    @Test
    void toleratesClocksThatDifferALittle() {
        assertThat(callers.of(signed(claims().expirationTime(at(-30)).build(), issuersKey)))
                .isInstanceOf(Caller.Verified.class);
    }

    @Test
    void checksTheSameTokenOnceInAWhileAndNeverAfterItsEnd() {
        String token = signed(claims().expirationTime(at(600)).build(), issuersKey);

        callers.of(token);
        callers.of(token);
        assertThat(keyLookups).hasValue(1);

        now.set(NOW.plusSeconds(301));
        assertThat(callers.of(token)).isInstanceOf(Caller.Verified.class);
        assertThat(keyLookups).hasValue(2);

        now.set(NOW.plusSeconds(661));
        assertUnproven(token);
    }

    @Test
    void knowsNothingWhileTheKeysCannotBeFetched() {
        NimbusJwtDecoder unreachable =
                NimbusJwtDecoder.withJwkSetUri("http://127.0.0.1:1/keys").build();
        Callers blind = new SignedCallers(unreachable, SETTINGS, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThatThrownBy(() -> blind.of(signed(claims().build(), issuersKey)))
                .isInstanceOf(BrokenInfrastructure.class);
        assertThat(blind.of("a.b.c")).isInstanceOf(Caller.Unproven.class);
    }

    private void assertUnproven(String token) {
        assertThat(callers.of(token))
                .isInstanceOfSatisfying(
                        Caller.Unproven.class,
                        caller -> assertThat(caller.reason()).startsWith("the token is not accepted"));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("team-sales")
                .issuer("https://issuer.example")
                .audience("meshwork")
                .expirationTime(at(3600))
                .claim("mesh_domains", List.of("sales"))
                .claim("mesh_roles", List.of("ops"));
    }

    private static Date at(int seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("issuer").build(), claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Callers callers(SecuritySettings settings) {
        ImmutableJWKSet<SecurityContext> keys = new ImmutableJWKSet<>(new JWKSet(issuersKey.toPublicJWK()));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource((selector, context) -> {
                    keyLookups.incrementAndGet();
                    return keys.get(selector, context);
                })
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        return new SignedCallers(decoder, settings, clock());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
