package io.meshwork.notifier.channel.webhook;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Identity;
import io.meshwork.notifier.alert.Alerts;
import io.meshwork.notifier.alert.Signals;
import io.meshwork.notifier.alert.WebhookEnded;
import io.meshwork.notifier.announcement.Announcer;
import io.meshwork.notifier.channel.webhook.endpoint.Endpoint;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.notification.Publications;
import java.time.Instant;
import java.util.List;

/** Tells the owner, and ops, that an endpoint is not sent to any more. */
final class EndingNews {

    private final Announcer announcer;

    EndingNews(Announcer announcer) {
        this.announcer = announcer;
    }

    /** @return the endpoint */
    Endpoint tell(Endpoint ended, Instant now, Publications out) {
        var reason = String.valueOf(ended.reason());
        var id = Identity.of("webhook ended", ended.id(), now);
        var origin = new Origin(id, now, new Cause(id, id.toString(), null));
        var about = About.team(ended.team());
        var news = Alerts.of(new WebhookEnded(ended.id(), ended.team(), reason));
        announcer.announce(
                List.of(Occurrence.alert(origin, about, now, news).signalling(Signals.webhookDisabled(ended.id()))),
                out);
        return ended;
    }
}
