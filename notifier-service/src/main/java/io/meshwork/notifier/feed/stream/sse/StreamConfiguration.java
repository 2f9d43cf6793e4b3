package io.meshwork.notifier.feed.stream.sse;

import io.meshwork.notifier.feed.log.UpdateLog;
import io.meshwork.notifier.feed.stream.Broadcast;
import io.meshwork.notifier.feed.stream.Pace;
import io.meshwork.notifier.feed.stream.Streams;
import io.meshwork.notifier.news.Links;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamSettings.class)
class StreamConfiguration {

    @Bean
    Broadcast updateBroadcast(UpdateLog log) {
        return new Broadcast(log);
    }

    @Bean
    Telling updateTelling(Broadcast broadcast, StreamSettings settings) {
        return new Telling(broadcast, settings);
    }

    @Bean
    OpenStreams openStreams(
            UpdateLog log,
            Broadcast broadcast,
            StreamSettings settings,
            Links links,
            JsonMapper json,
            MeterRegistry meters,
            Clock clock) {
        var pace = new Pace(settings.heartbeat(), settings.longest(), settings.buffer());
        return new OpenStreams(
                new Streams(log, broadcast, pace, clock), settings, links, json, new SecureRandom(), meters);
    }

    @Bean
    WebMvcConfigurer updatesForOtherOrigins(StreamSettings settings) {
        return new WebMvcConfigurer() {
            @Override
            public void addCorsMappings(CorsRegistry registry) {
                if (!settings.allowedOrigins().isEmpty()) {
                    registry.addMapping("/api/v1/updates/**")
                            .allowedOrigins(settings.allowedOrigins().toArray(String[]::new))
                            .allowedMethods("GET");
                }
            }
        };
    }
}
