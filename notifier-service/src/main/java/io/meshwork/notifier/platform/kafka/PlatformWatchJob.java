package io.meshwork.notifier.platform.kafka;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Decisions;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import io.meshwork.notifier.platform.PlatformWatch;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Looks at the platform again and again: one job for the whole mesh, so that one replica looks and ops hear once. */
final class PlatformWatchJob implements JobHandler, SmartInitializingSingleton {

    private static final String KEY = "mesh";

    private final MeshPlatform platform;
    private final PlatformWatch watch;
    private final Decisions decisions;
    private final Links links;
    private final Duration interval;
    private final Clock clock;

    PlatformWatchJob(
            MeshPlatform platform,
            PlatformWatch watch,
            Decisions decisions,
            Links links,
            Duration interval,
            Clock clock) {
        this.platform = platform;
        this.watch = watch;
        this.decisions = decisions;
        this.links = links;
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "platform-watch";
    }

    @Override
    public void afterSingletonsInstantiated() {
        var id = Identity.of(kind(), KEY);
        decisions.decide(outcomes -> lookAgain(new Cause(id, id.toString(), null), outcomes));
    }

    @Override
    public Consumer<Outcomes> run(Job job) {
        var sight = platform.look();
        return outcomes -> {
            watch.look(sight, new OutcomePublications(outcomes, links));
            lookAgain(job.cause(), outcomes);
        };
    }

    private void lookAgain(Cause cause, Outcomes outcomes) {
        outcomes.enqueue(cause, kind(), KEY, "", clock.instant().plus(interval));
    }
}
