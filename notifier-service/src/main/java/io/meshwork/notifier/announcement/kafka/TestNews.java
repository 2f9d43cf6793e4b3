package io.meshwork.notifier.announcement.kafka;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.announcement.Announcer;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Subscription;
import io.meshwork.notifier.subscription.TestMessage;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
class TestNews implements TestMessage {

    private final Announcer announcer;
    private final Links links;
    private final Clock clock;

    TestNews(Announcer announcer, Links links, Clock clock) {
        this.announcer = announcer;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public Told tell(Subscription subscription, Cause cause, Outcomes outcomes) {
        var now = clock.instant();
        var news = News.of(Kind.TEST, Severity.INFO, "Test of the subscription " + subscription.id())
                .advising("Nothing has happened: " + subscription.subscriber()
                        + " asked for this message to see that messages arrive.");
        var origin = new Origin(cause.id(), now, cause);
        // every record of the feed names a product
        var occurrence = subscription.channel() == Channel.FEED
                ? Occurrence.update(origin, About.unknown("test." + subscription.id(), null), now, news)
                : Occurrence.alert(origin, About.PLATFORM, now, news);
        var told = announcer.tell(occurrence, news, subscription, new OutcomePublications(outcomes, links));
        return new Told(
                told.id(), told.delivery().state().word(), told.delivery().reason());
    }
}
