package io.meshwork.catalog.product.kafka;

import io.meshwork.catalog.product.Lifecycles;
import io.meshwork.messaging.JobHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes due for versions. */
@Configuration(proxyBeanMethods = false)
class VersionDueJobs {

    @Bean
    JobHandler versionSunset(Lifecycles lifecycles) {
        return new VersionDueJob(VersionDueJob.SUNSET, lifecycles::sunset);
    }

    @Bean
    JobHandler contractEnd(Lifecycles lifecycles) {
        return new VersionDueJob(VersionDueJob.CONTRACT_END, lifecycles::contractEnded);
    }
}
