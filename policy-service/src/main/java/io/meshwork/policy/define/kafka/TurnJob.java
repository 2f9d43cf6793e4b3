package io.meshwork.policy.define.kafka;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.messaging.RetryJobLater;
import io.meshwork.policy.define.PolicyBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Brings the next set into force at the moment at which a stage of a roll-out, or a waiver, begins or ends. */
@Component
public class TurnJob implements JobHandler {

    private static final String KIND = "turn";

    /** This replica's clock may be behind that of the database, which says what is due. */
    private static final Duration BETWEEN_CLOCKS = Duration.ofSeconds(1);

    private final PolicyBook book;
    private final Clock clock;

    TurnJob(PolicyBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    public static void enqueue(Outcomes outcomes, Cause cause, Instant moment) {
        outcomes.enqueue(cause, KIND, moment.toString(), moment.toString(), moment);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int parallelism() {
        return 1;
    }

    @Override
    public Consumer<Outcomes> run(Job job) {
        Instant moment = Instant.parse(job.payload());
        if (moment.isAfter(clock.instant())) {
            throw new RetryJobLater(BETWEEN_CLOCKS, "the moment has not come by this clock");
        }
        return outcomes -> PolicyAnnouncements.turned(outcomes, job.cause(), book.turn(moment));
    }
}
