package io.meshwork.catalog;

import io.meshwork.catalog.product.Intake;
import io.meshwork.catalog.product.Lifecycles;
import io.meshwork.catalog.product.Listings;
import io.meshwork.catalog.product.ProductStore;
import io.meshwork.catalog.product.Submissions;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.messaging.security.Authorizer;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the plain parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LifecycleSettings.class)
class ProductConfiguration {

    @Bean
    ContractReader contractReader() {
        return new ContractReader();
    }

    @Bean
    Intake intake(ContractReader reader, Authorizer authorizer) {
        return new Intake(reader, authorizer);
    }

    @Bean
    Lifecycles lifecycles(ProductStore store, Clock clock) {
        return new Lifecycles(store, clock);
    }

    @Bean
    Submissions submissions(
            Intake intake, ProductStore store, Lifecycles lifecycles, Clock clock, LifecycleSettings settings) {
        return new Submissions(intake, store, lifecycles, clock, settings.noticePeriod());
    }

    @Bean
    Listings listings(ProductStore store, Clock clock) {
        return new Listings(store, clock);
    }
}
