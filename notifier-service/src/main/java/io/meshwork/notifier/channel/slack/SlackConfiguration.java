package io.meshwork.notifier.channel.slack;

import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.meshwork.notifier.announcement.Settlement;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import io.meshwork.notifier.telling.Agendas;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SlackSettings.class)
class SlackConfiguration {

    @Bean
    SlackRoutes slackRoutes(SlackSettings settings) {
        return new SlackRoutes(settings);
    }

    @Bean
    SlackClient slackClient(SlackSettings settings, JsonMapper json, Clock clock) {
        return new SlackClient(settings, json, clock);
    }

    @Bean
    SlackGate slackGate(SlackClient client, SlackSettings settings) {
        return new SlackGate(client, settings);
    }

    /** State and calls of the circuit: alert when it stays open. */
    @Bean
    MeterBinder slackCircuitMetrics(SlackGate gate) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(gate.circuits());
    }

    /** Notifications that wait for Slack, over all replicas: alert when they keep growing. */
    @Bean
    MeterBinder slackBacklog(JdbcClient jdbc) {
        return meters -> Gauge.builder(
                        "mesh.notifications.waiting",
                        () -> jdbc.sql(
                                        "select count(*) from notification where channel = 'slack' and state = 'waiting' and (not_before is null or not_before <= now())")
                                .query(Long.class)
                                .single())
                .tag("channel", "slack")
                .register(meters);
    }

    @Bean
    SlackQueue slackQueue(
            Notifications notifications,
            Agendas agendas,
            Settlement settlement,
            JdbcClient jdbc,
            Links links,
            SlackSettings settings,
            Clock clock) {
        return new SlackQueue(
                notifications,
                agendas,
                settlement,
                new SlackPace(jdbc),
                outcomes -> new OutcomePublications(outcomes, links),
                settings,
                clock);
    }

    @Bean
    Rendering slackRendering(Links links, SlackSettings settings) {
        return new Rendering(links, settings.mentions());
    }

    @Bean
    SlackDelivery slackDelivery(
            SlackQueue queue, SlackRoutes routes, SlackGate gate, Rendering rendering, SlackSettings settings) {
        return new SlackDelivery(queue, routes, gate, rendering, settings.parallelism());
    }

    @Bean
    SlackDirectLine slackDirectLine(SlackRoutes routes, SlackGate gate, Rendering rendering) {
        return new SlackDirectLine(routes, gate, rendering);
    }
}
