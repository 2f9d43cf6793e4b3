package io.meshwork.catalog;

import io.meshwork.catalog.domain.KnownDomains;
import io.meshwork.catalog.template.TemplateStore;
import io.meshwork.catalog.template.Templates;
import io.meshwork.messaging.security.Authorizer;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the plain parts of templates together. */
@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    @Bean
    Templates templates(TemplateStore store, KnownDomains domains, Authorizer authorizer, Clock clock) {
        return new Templates(store, domains, authorizer, clock);
    }
}
