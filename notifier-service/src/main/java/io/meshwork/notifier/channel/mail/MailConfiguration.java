package io.meshwork.notifier.channel.mail;

import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.meshwork.notifier.announcement.Settlement;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import io.meshwork.notifier.subscription.Subscriptions;
import io.meshwork.notifier.telling.Agendas;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    private static final Duration UNTIL_IT_IS_SET_UP = Duration.ofMinutes(5);

    @Bean
    Recipients mailRecipients(MailSettings settings) {
        return new Recipients(settings);
    }

    @Bean
    MailGate mailGate(MailSettings settings) {
        settings.requireSafeCredentials();
        return new MailGate(new MailSender(MailSender.session(settings), settings)::send, settings);
    }

    /** Without a host nothing is ever posted, since every address has an obstacle. */
    @Bean
    MailPost mailPost(MailSettings settings, MailGate gate, Links links, Clock clock) {
        if (settings.isOff()) {
            return (_, _) -> new Answer.Spared(UNTIL_IT_IS_SET_UP, "mesh.mail.host is not set");
        }
        var writer = new MailWriter(MailSender.session(settings), new Letters(links), settings, clock);
        return (address, due) -> gate.send(writer.write(address, due));
    }

    @Bean
    MailDelivery mailDelivery(
            Notifications notifications,
            Subscriptions subscriptions,
            JdbcClient jdbc,
            Recipients recipients,
            MailPost post,
            Agendas agendas,
            Settlement settlement,
            Links links,
            MailSettings settings,
            Clock clock) {
        var queue = new MailQueue(
                notifications,
                agendas,
                settlement,
                subscriptions,
                new MailPace(jdbc),
                outcomes -> new OutcomePublications(outcomes, links),
                settings,
                clock);
        return new MailDelivery(queue, recipients, post, settings.parallelism());
    }

    /** State and calls of the circuit: alert when it stays open. */
    @Bean
    MeterBinder mailCircuitMetrics(MailGate gate) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(gate.circuits());
    }

    /** Notifications that are due and wait for the mail server, over all replicas: alert when they keep growing. */
    @Bean
    MeterBinder mailBacklog(JdbcClient jdbc) {
        return meters -> Gauge.builder(
                        "mesh.notifications.waiting",
                        () -> jdbc.sql("""
                                select count(*) from notification
                                where channel = 'email' and state = 'waiting' and (not_before is null or not_before <= now())""").query(Long.class).single())
                .tag("channel", "email")
                .register(meters);
    }
}
