package io.meshwork.catalog.product.kafka;

import io.meshwork.catalog.product.Announcements;
import io.meshwork.catalog.product.VersionId;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import java.time.Instant;
import java.util.function.Consumer;

/** Something that becomes due for a version; what it means is decided from the version's state when it does. */
final class VersionDueJob implements JobHandler {

    static final String SUNSET = "version-sunset";
    static final String CONTRACT_END = "contract-end";

    private final String kind;
    private final Decision decision;

    /** @param kind {@link #SUNSET} or {@link #CONTRACT_END} */
    VersionDueJob(String kind, Decision decision) {
        this.kind = kind;
        this.decision = decision;
    }

    /** What to do when the time has come. */
    @FunctionalInterface
    interface Decision {
        void take(VersionId version, Cause cause, Announcements announcements);
    }

    static void enqueue(Outcomes outcomes, String kind, VersionId version, Instant due, Cause cause) {
        outcomes.enqueue(cause, kind, version.toString(), "", due);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Consumer<Outcomes> run(Job job) {
        int at = job.key().indexOf('@');
        VersionId version = new VersionId(job.key().substring(0, at), job.key().substring(at + 1));
        return outcomes -> decision.take(version, job.cause(), new OutcomeAnnouncements(outcomes));
    }
}
