package io.meshwork.policy.define.kafka;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.policy.define.PolicyBook;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Brings the next set into force at the moment at which a stage of a roll-out, or a waiver, begins or ends. */
@Component
public class TurnJob implements JobHandler {

    private static final String KIND = "turn";

    private final PolicyBook book;

    TurnJob(PolicyBook book) {
        this.book = book;
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
        return outcomes ->
                book.turn(moment).ifPresent(turned -> PolicyAnnouncements.turned(outcomes, job.cause(), turned));
    }
}
