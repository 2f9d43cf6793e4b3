package io.meshwork.catalog;

import io.meshwork.catalog.domain.DomainStore;
import io.meshwork.catalog.domain.Domains;
import io.meshwork.catalog.domain.KnownDomains;
import io.meshwork.messaging.security.Authorizer;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Puts the plain parts of domains together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DomainSettings.class)
class DomainConfiguration {

    @Bean
    Domains domains(DomainStore store, Authorizer authorizer, Clock clock) {
        return new Domains(store, authorizer, clock);
    }

    @Bean
    @Primary
    KnownDomains knownDomains(DomainStore store, DomainSettings settings) {
        return switch (settings.unknown()) {
            case REJECT -> store;
            case ACCEPT -> store::notWithdrawn;
        };
    }
}
