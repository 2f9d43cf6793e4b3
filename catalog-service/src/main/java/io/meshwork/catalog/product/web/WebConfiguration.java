package io.meshwork.catalog.product.web;

import io.meshwork.catalog.product.DecidedSubmissions;
import io.meshwork.messaging.PromptRequests;
import io.meshwork.messaging.RequestTopic;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the endpoints share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogSettings.class)
class WebConfiguration {

    @Bean
    PromptRequests promptRequests(RequestTopic requests, CatalogSettings settings) {
        return new PromptRequests(requests, settings.brokerWait());
    }

    @Bean
    SubmissionWaiter submissionWaiter(DecidedSubmissions submissions) {
        return new SubmissionWaiter(submissions);
    }
}
