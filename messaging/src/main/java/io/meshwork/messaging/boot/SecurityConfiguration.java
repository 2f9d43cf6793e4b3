package io.meshwork.messaging.boot;

import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Callers;
import io.meshwork.messaging.security.DomainAuthorizer;
import io.meshwork.messaging.security.LocalCallers;
import io.meshwork.messaging.security.SecuritySettings;
import io.meshwork.messaging.security.SignedCallers;
import io.meshwork.messaging.web.CallerArgument;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who is believed: everybody on loopback in the local profile, else whoever the issuer signs for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityConfiguration {

    @Bean
    InitializingBean loopbackGuard(MeshSettings mesh, Environment environment) {
        return () -> LoopbackGuard.check(mesh.profile(), environment.getProperty("server.address"));
    }

    @Bean
    WebMvcConfigurer callerArgument(Callers callers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument(callers));
            }
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "mesh.profile", havingValue = "local")
    static class Local {
        @Bean
        LocalCallers localCallers() {
            return new LocalCallers();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "mesh.profile", havingValue = "secured", matchIfMissing = true)
    static class Secured {
        @Bean
        Authorizer domainAuthorizer() {
            return new DomainAuthorizer();
        }

        @Bean
        Callers signedCallers(SecuritySettings settings, Clock clock) {
            if (settings.jwkSetUri() == null) {
                throw new IllegalStateException(
                        "mesh.profile=secured needs mesh.security.jwk-set-uri, the public keys of your "
                                + "OpenID Connect provider; for a try-out on one machine set mesh.profile=local");
            }
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                            settings.jwkSetUri().toString())
                    .jwsAlgorithms(algorithms -> {
                        algorithms.add(SignatureAlgorithm.RS256);
                        algorithms.add(SignatureAlgorithm.ES256);
                    })
                    .build();
            return new SignedCallers(decoder, settings, clock);
        }
    }
}
