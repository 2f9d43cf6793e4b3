package io.meshwork.catalog.discovery.jdbc;

import io.meshwork.catalog.discovery.Changes;
import io.meshwork.catalog.discovery.Follower;
import io.meshwork.catalog.discovery.ProductIndex;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the index follow the tables. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FollowSettings.class)
class FollowConfiguration {

    @Bean
    Follower searchFollower(Changes changes, ProductIndex index, FollowSettings settings, Clock clock) {
        return new Follower(changes, index, settings.commit(), clock);
    }
}
