package io.meshwork.notifier.announcement.kafka;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Decisions;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.announcement.Announcer;
import io.meshwork.notifier.feed.CurrentNews;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import io.meshwork.notifier.product.CurrentProduct;
import io.meshwork.notifier.product.CurrentProducts;
import io.meshwork.notifier.subscription.Start;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscription;
import io.meshwork.notifier.subscription.Subscriptions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells a subscriber how everything stands that they follow, a page per transaction, so that listings are taken in between. What
 * is told of a product follows from the subscription's revision and the product, so a walk that is interrupted tells nothing twice.
 * A pause does not hold it up: it was asked for.
 */
@Component
class CurrentStateJob implements JobHandler {

    /** Of the whole catalog, of which the filter then takes some. */
    private static final int PAGE = 500;

    private final Subscriptions subscriptions;
    private final CurrentProducts products;
    private final Announcer announcer;
    private final Decisions decisions;
    private final Links links;
    private final Clock clock;

    CurrentStateJob(
            Subscriptions subscriptions,
            CurrentProducts products,
            Announcer announcer,
            Decisions decisions,
            Links links,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.products = products;
        this.announcer = announcer;
        this.decisions = decisions;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Start.JOB;
    }

    /** A transaction of its own and not the one that ends the job, which it may share with others: nobody waits for those. */
    @Override
    public Consumer<Outcomes> run(Job job) {
        var last = new AtomicReference<@Nullable String>();
        decisions.decide(outcomes -> last.set(tellPage(job, outcomes)));
        var after = last.get();
        return after == null
                ? _ -> {}
                : outcomes -> outcomes.enqueue(job.cause(), kind(), job.key(), after, clock.instant());
    }

    /** @return behind which product the next page begins, null when there is none */
    private @Nullable String tellPage(Job job, Outcomes outcomes) {
        var found = subscriptions
                .find(job.key().substring(0, job.key().indexOf(' ')))
                .map(Stored::subscription)
                .filter(this::isInForce);
        if (found.isEmpty()) {
            return null;
        }
        var page = products.page(job.payload(), PAGE);
        announcer.tellAlone(
                occurrences(page.products(), found.get(), job), found.get(), new OutcomePublications(outcomes, links));
        return page.last();
    }

    private boolean isInForce(Subscription subscription) {
        return subscription.isToldAlone() && subscription.withoutPause().listensAt(clock.instant());
    }

    private static List<Occurrence> occurrences(List<CurrentProduct> page, Subscription subscription, Job job) {
        return page.stream()
                .filter(product -> subscription.filter().concerns(about(product)))
                .map(product -> Occurrence.update(
                        origin(product, job), about(product), product.changedAt(), CurrentNews.of(product)))
                .toList();
    }

    private static About about(CurrentProduct product) {
        return About.ofProduct(
                product.ref().productId(), product.ref().version(), product.title(), product.owner(), product.tags());
    }

    private static Origin origin(CurrentProduct product, Job job) {
        var id = Identity.of("current", job.key(), product.ref().productId());
        var cause = new Cause(id, job.cause().correlationId(), job.cause().traceparent());
        return new Origin(id, product.changedAt(), cause);
    }
}
