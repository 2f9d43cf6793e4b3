package io.meshwork.notifier;

import static java.util.stream.Collectors.toMap;

import io.meshwork.messaging.Decisions;
import io.meshwork.notifier.announcement.Announcer;
import io.meshwork.notifier.announcement.ContractParties;
import io.meshwork.notifier.announcement.IncidentWatch;
import io.meshwork.notifier.announcement.ObjectiveNews;
import io.meshwork.notifier.announcement.ProductNews;
import io.meshwork.notifier.announcement.Settlement;
import io.meshwork.notifier.announcement.UndecidedRules;
import io.meshwork.notifier.announcement.WaiverReminders;
import io.meshwork.notifier.feed.log.UpdateLog;
import io.meshwork.notifier.handling.Handling;
import io.meshwork.notifier.handling.IncidentStories;
import io.meshwork.notifier.incident.IncidentDesk;
import io.meshwork.notifier.incident.Incidents;
import io.meshwork.notifier.matching.Changes;
import io.meshwork.notifier.matching.InForce;
import io.meshwork.notifier.matching.ProductFollowers;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.Addressing;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.notification.Replays;
import io.meshwork.notifier.notification.Routes;
import io.meshwork.notifier.objective.ToldObjectives;
import io.meshwork.notifier.product.KnownProducts;
import io.meshwork.notifier.product.Standings;
import io.meshwork.notifier.silence.Silences;
import io.meshwork.notifier.silence.Silencing;
import io.meshwork.notifier.subscription.Followers;
import io.meshwork.notifier.subscription.Grants;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscribing;
import io.meshwork.notifier.subscription.Subscription;
import io.meshwork.notifier.subscription.Subscriptions;
import io.meshwork.notifier.telling.Agendas;
import io.meshwork.notifier.telling.ToldIncidents;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Wires the features, which know nothing of Spring. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({
    NotifierSettings.class,
    CatalogSettings.class,
    AddressSettings.class,
    IncidentSettings.class
})
class NotifierConfiguration {

    @Bean
    Links links(CatalogSettings catalog, AddressSettings notifier) {
        return new Links(catalog.url(), notifier.url());
    }

    @Bean
    InForce subscriptionsInForce(Changes changes) {
        return new InForce(changes);
    }

    @Bean
    Followers followers(InForce inForce, KnownProducts products) {
        return new ProductFollowers(inForce, products);
    }

    @Bean
    Announcer announcer(
            InForce subscriptions,
            Notifications notifications,
            IncidentDesk incidents,
            List<Routes> routes,
            UpdateLog log,
            NotifierSettings settings,
            Clock clock) {
        var addressing = new Addressing(Routes.all(routes), settings.sendWithin());
        return new Announcer(subscriptions, notifications, incidents, addressing, log, clock);
    }

    @Bean
    IncidentDesk incidentDesk(Incidents incidents, IncidentSettings settings) {
        return new IncidentDesk(incidents, settings.rules());
    }

    @Bean
    Settlement settlement(Notifications notifications, ToldIncidents told, Announcer announcer, Clock clock) {
        return new Settlement(notifications, told, announcer, clock);
    }

    @Bean
    Replays replays(Notifications notifications, Decisions decisions, Clock clock) {
        return new Replays(notifications, decisions, clock);
    }

    @Bean
    IncidentWatch incidentWatch(Incidents incidents, IncidentDesk desk, Announcer announcer, Clock clock) {
        return new IncidentWatch(incidents, desk, announcer, clock);
    }

    @Bean
    Silencing silencing(Silences silences, Clock clock) {
        return new Silencing(silences, clock);
    }

    @Bean
    Handling handling(Incidents incidents, Announcer announcer, Clock clock) {
        return new Handling(incidents, announcer, clock);
    }

    @Bean
    IncidentStories incidentStories(
            Incidents incidents, ToldIncidents told, Notifications notifications, Silences silences, Clock clock) {
        return new IncidentStories(incidents, told, notifications, silences, clock);
    }

    @Bean
    Agendas agendas(
            Notifications notifications,
            Incidents incidents,
            ToldIncidents told,
            Silences silences,
            Subscriptions subscriptions,
            IncidentSettings settings) {
        return new Agendas(
                notifications,
                incidents,
                told,
                silences,
                ids -> subscriptions.all(List.copyOf(ids)).stream()
                        .map(Stored::subscription)
                        .collect(toMap(Subscription::id, Subscription::schedule)),
                settings.outweighing(),
                settings.rules());
    }

    @Bean
    ProductNews productNews(KnownProducts products, Standings standings, Announcer announcer) {
        return new ProductNews(products, standings, announcer);
    }

    @Bean
    ContractParties contractParties(Subscribing subscribing, KnownProducts products) {
        return new ContractParties(subscribing, products);
    }

    @Bean
    UndecidedRules undecidedRules(Announcer announcer) {
        return new UndecidedRules(announcer);
    }

    @Bean
    WaiverReminders waiverReminders(KnownProducts products, Announcer announcer) {
        return new WaiverReminders(products, announcer);
    }

    @Bean
    ObjectiveNews objectiveNews(KnownProducts products, ToldObjectives told, Announcer announcer) {
        return new ObjectiveNews(products, told, announcer);
    }

    @Bean
    Subscribing subscribing(Subscriptions subscriptions, Grants grants, Clock clock) {
        return new Subscribing(subscriptions, grants, clock);
    }
}
