package io.meshwork.notifier.channel.webhook;

import io.meshwork.messaging.Identity;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.alert.Alerts;
import io.meshwork.notifier.alert.Signals;
import io.meshwork.notifier.alert.WebhookEnded;
import io.meshwork.notifier.announcement.Announcer;
import io.meshwork.notifier.channel.webhook.endpoint.EnabledNews;
import io.meshwork.notifier.channel.webhook.endpoint.Endpoint;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.notification.Publications;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import java.time.Instant;
import java.util.List;

/** Tells the owner, and ops, that an endpoint is not sent to any more, and when that is over. */
final class EndingNews implements EnabledNews {

    private final Announcer announcer;
    private final Links links;

    EndingNews(Announcer announcer, Links links) {
        this.announcer = announcer;
        this.links = links;
    }

    @Override
    public void tell(Endpoint enabled, Instant now, Outcomes outcomes) {
        var over = new Occurrence(origin("webhook enabled", enabled, now), About.team(enabled.team()), now, null, null);
        announcer.announce(
                List.of(over.signalling(Signals.webhookEnabled(enabled.id()))),
                new OutcomePublications(outcomes, links));
    }

    private static Origin origin(String what, Endpoint endpoint, Instant now) {
        var id = Identity.of(what, endpoint.id(), now);
        return Origin.own(id, now);
    }

    /** @return the endpoint */
    Endpoint tell(Endpoint ended, Instant now, Publications out) {
        var reason = String.valueOf(ended.reason());
        var origin = origin("webhook ended", ended, now);
        var about = About.team(ended.team());
        var news = Alerts.of(new WebhookEnded(ended.id(), ended.team(), reason));
        announcer.announce(
                List.of(Occurrence.alert(origin, about, now, news).signalling(Signals.webhookDisabled(ended.id()))),
                out);
        return ended;
    }
}
