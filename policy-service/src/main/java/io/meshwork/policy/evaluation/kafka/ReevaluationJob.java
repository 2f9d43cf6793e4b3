package io.meshwork.policy.evaluation.kafka;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Decisions;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.policy.evaluation.Evaluation;
import io.meshwork.policy.evaluation.Evaluation.Page;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Judges the newest version of every product again after policies changed, a page per transaction, so that fresh publications
 * go on in between. A walk that is interrupted starts anew and passes quickly over what is done.
 */
@Component
public class ReevaluationJob implements JobHandler {

    public static final String KIND = "reevaluate";

    /** There is one walk at a time. */
    public static final String KEY = "all-products";

    private static final Logger log = LoggerFactory.getLogger(ReevaluationJob.class);
    private static final int PAGE = 200;

    private final Evaluation evaluation;
    private final Decisions decisions;

    ReevaluationJob(Evaluation evaluation, Decisions decisions) {
        this.evaluation = evaluation;
        this.decisions = decisions;
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
        int changed = 0;
        String after = "";
        while (after != null) {
            Page page = page(job, after);
            changed += page.changed().size();
            after = page.last();
        }
        log.atInfo()
                .addKeyValue("policySetRevision", job.payload())
                .addKeyValue("changedVerdicts", changed)
                .log("All products were judged again");
        return outcomes -> {};
    }

    private Page page(Job job, String after) {
        AtomicReference<Page> page = new AtomicReference<>();
        decisions.decide(outcomes -> {
            Page judged = evaluation.judgeAgain(after, PAGE);
            Cause cause = cause(job.cause(), judged.setRevision());
            judged.changed().forEach(verdict -> VerdictRecords.announce(outcomes, cause, verdict));
            page.set(judged);
        });
        return Objects.requireNonNull(page.get());
    }

    /** The same job may meet a product under two sets; what it says of each must have an id of its own. */
    private static Cause cause(Cause job, long setRevision) {
        return new Cause(Identity.of(job.id(), setRevision), job.correlationId(), job.traceparent());
    }
}
