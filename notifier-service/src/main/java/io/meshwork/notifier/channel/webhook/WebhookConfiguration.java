package io.meshwork.notifier.channel.webhook;

import io.meshwork.messaging.Decisions;
import io.meshwork.messaging.boot.MeshSettings;
import io.meshwork.notifier.announcement.Announcer;
import io.meshwork.notifier.announcement.Settlement;
import io.meshwork.notifier.channel.webhook.endpoint.EndpointDesk;
import io.meshwork.notifier.channel.webhook.endpoint.Endpoints;
import io.meshwork.notifier.channel.webhook.endpoint.Vault;
import io.meshwork.notifier.channel.webhook.guard.Destinations;
import io.meshwork.notifier.channel.webhook.guard.PatientResolver;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    private static final Logger log = LoggerFactory.getLogger(WebhookConfiguration.class);

    @Bean
    Vault webhookVault(WebhookSettings settings) {
        if (settings.isOff()) {
            log.atInfo().log(
                    "Webhooks are off, since mesh.webhooks.key is not set; notifications for them are suppressed");
        }
        return new Vault(settings.key(), new SecureRandom());
    }

    @Bean
    PatientResolver webhookResolver(WebhookSettings settings) {
        return new PatientResolver(settings.parallelism(), settings.lookUpTimeout());
    }

    @Bean
    Destinations webhookDestinations(PatientResolver resolver, WebhookSettings settings) {
        return new Destinations(resolver, settings.networks(), settings.ports(), WebhookConfiguration::isOwn);
    }

    /** Of an interface of this machine: what listens here trusts its neighbours. */
    private static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            throw new UncheckedIOException("the addresses of this machine cannot be read", e);
        }
    }

    @Bean
    WebhookSender webhookSender(WebhookSettings settings, Clock clock) throws NoSuchAlgorithmException {
        return new WebhookSender(settings, SSLContext.getDefault(), clock);
    }

    @Bean
    EndpointDesk endpointDesk(
            Endpoints endpoints,
            Notifications notifications,
            Vault vault,
            Destinations destinations,
            Decisions decisions,
            EndingNews ending,
            WebhookSettings settings,
            Clock clock) {
        var limits = new EndpointDesk.Limits(settings.endpointsPerTeam(), settings.secretOverlap());
        return new EndpointDesk(endpoints, notifications, vault, destinations, decisions, ending, limits, clock);
    }

    @Bean
    EndingNews endingNews(Announcer announcer, Links links) {
        return new EndingNews(announcer, links);
    }

    @Bean
    WebhookRequests webhookRequests(
            Vault vault,
            Destinations destinations,
            WebhookSender sender,
            JsonMapper json,
            MeshSettings mesh,
            Links links,
            Clock clock) {
        return new WebhookRequests(vault, destinations, sender, json, mesh.name(), links, clock);
    }

    @Bean
    WebhookQueue webhookQueue(
            Notifications notifications,
            Settlement settlement,
            Endpoints endpoints,
            EndingNews ending,
            Links links,
            WebhookSettings settings,
            Clock clock) {
        return new WebhookQueue(
                notifications,
                settlement,
                endpoints,
                outcomes -> new OutcomePublications(outcomes, links),
                ending,
                new Schedule(settings.schedule(), settings.jitter(), settings.longestRetryAfter(), new SecureRandom()),
                settings,
                clock);
    }

    @Bean
    WebhookDelivery webhookDelivery(WebhookQueue queue, WebhookRequests requests, WebhookSettings settings) {
        return new WebhookDelivery(queue, requests, settings);
    }

    /**
     * Notifications that wait for endpoints, and endpoints that fail, over all replicas: alert when the first keeps growing; the
     * second concerns their teams.
     */
    @Bean
    MeterBinder webhookBacklog(JdbcClient jdbc) {
        return meters -> {
            gauge(
                    meters,
                    "mesh.notifications.waiting",
                    "select count(*) from notification where channel = 'webhook' and state = 'waiting' and (not_before is null or not_before <= now())",
                    jdbc);
            gauge(
                    meters,
                    "mesh.webhooks.failing",
                    "select count(*) from webhook_endpoint where state = 'enabled' and failures > 0",
                    jdbc);
        };
    }

    private static void gauge(MeterRegistry meters, String name, String count, JdbcClient jdbc) {
        Gauge.builder(name, () -> jdbc.sql(count).query(Long.class).single())
                .tag("channel", "webhook")
                .register(meters);
    }
}
