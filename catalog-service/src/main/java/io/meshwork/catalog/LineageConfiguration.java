package io.meshwork.catalog;

import io.meshwork.catalog.lineage.Lineage;
import io.meshwork.catalog.lineage.LineageReports;
import io.meshwork.catalog.lineage.LineageStore;
import io.meshwork.catalog.lineage.LineageView;
import io.meshwork.messaging.security.Authorizer;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the plain parts of lineage together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LineageSettings.class)
class LineageConfiguration {

    @Bean
    LineageReports lineageReports(LineageStore store, Authorizer authorizer, Clock clock, LineageSettings settings) {
        return new LineageReports(store, authorizer, clock, settings.trustTopic());
    }

    @Bean
    Lineage lineage(LineageView view) {
        return new Lineage(view);
    }
}
