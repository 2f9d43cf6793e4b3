package io.meshwork.messaging.security;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed.
 *
 * @param jwkSetUri public keys of the OpenID Connect provider; required in the secured profile
 * @param issuer value the {@code iss} claim must have, null accepts any issuer that signs with these keys
 * @param audience value the {@code aud} claim must contain. Default {@code meshwork}
 * @param domainsClaim claim that lists the domains the caller may act for. Default {@code mesh_domains}
 * @param rolesClaim claim that lists the caller's roles. Default {@code mesh_roles}
 * @param clockSkew tolerated difference of clocks. Default 60 s
 */
@ConfigurationProperties("mesh.security")
public record SecuritySettings(
        @Nullable URI jwkSetUri,
        @Nullable String issuer,
        @DefaultValue("meshwork") String audience,
        @DefaultValue("mesh_domains") String domainsClaim,
        @DefaultValue("mesh_roles") String rolesClaim,
        @DefaultValue("60s") Duration clockSkew) {}
