package io.meshwork.policy.evaluation.kafka;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Decisions;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.messaging.RetryJobLater;
import io.meshwork.policy.evaluation.Evaluation;
import io.meshwork.policy.evaluation.Evaluation.Page;
import io.meshwork.policy.evaluation.JudgedVersion;
import io.meshwork.policy.evaluation.Verdicts;
import io.meshwork.policy.evaluation.WalkProgresses;
import io.meshwork.policy.inforce.Reevaluation;
import io.meshwork.policy.inforce.Walk;
import io.meshwork.policy.judgement.Verdict;
import io.meshwork.policy.language.Fact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Judges products again, a page per transaction, so that fresh publications go on in between. A walk that is interrupted starts
 * anew and passes quickly over what is done.
 */
@Component
class ReevaluationJob implements JobHandler {

    private static final int LARGEST_PAGE = 200;

    /** Who changes a policy waits for a page, and must not wait long however slow the policies are that judge it. */
    private static final Duration LONG_FOR_A_PAGE = Duration.ofSeconds(1);

    /** This replica's clock may be behind that of the database, which says what is due. */
    private static final Duration BETWEEN_CLOCKS = Duration.ofSeconds(1);

    private final Evaluation evaluation;
    private final Verdicts verdicts;
    private final WalkProgresses progresses;
    private final Decisions decisions;
    private final Clock clock;

    ReevaluationJob(
            Evaluation evaluation, Verdicts verdicts, WalkProgresses progresses, Decisions decisions, Clock clock) {
        this.evaluation = evaluation;
        this.verdicts = verdicts;
        this.progresses = progresses;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Reevaluation.KIND;
    }

    @Override
    public int parallelism() {
        return 1;
    }

    @Override
    public Consumer<Outcomes> run(Job job) {
        Walk walk = Walk.parse(job.payload());
        if (walk instanceof Walk.GraceEnded(var end) && end.isAfter(clock.instant())) {
            throw new RetryJobLater(BETWEEN_CLOCKS, "the grace has not ended by this clock");
        }
        WalkNews news = new WalkNews(walk, verdicts, progresses, clock);
        boolean readsClock = false;
        String after = "";
        int size = LARGEST_PAGE;
        while (after != null) {
            Instant begin = clock.instant();
            Page page = page(job, walk, after, size);
            size = nextSize(size, Duration.between(begin, clock.instant()));
            after = page.last();
            readsClock = page.set().reads().contains(Fact.NOW);
            news.reached(page);
        }
        news.ended();
        boolean tomorrow = readsClock;
        return outcomes -> {
            if (tomorrow) {
                Reevaluation.enqueue(outcomes, job.cause(), new Walk.Daily(), nextMidnight());
            }
        };
    }

    private Instant nextMidnight() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    static int nextSize(int size, Duration took) {
        return took.compareTo(LONG_FOR_A_PAGE) > 0 ? Math.max(1, size / 4) : Math.min(LARGEST_PAGE, size * 2);
    }

    private Page page(Job job, Walk walk, String after, int size) {
        AtomicReference<Page> page = new AtomicReference<>();
        decisions.decide(outcomes -> {
            Page judged = evaluation.judgeAgain(walk, after, size);
            for (JudgedVersion verdict : judged.changed()) {
                VerdictRecords.announce(outcomes, cause(job.cause(), verdict), verdict);
            }
            judged.changed().stream()
                    .map(JudgedVersion::verdict)
                    .map(Verdict::blocksAt)
                    .flatMap(Optional::stream)
                    .distinct()
                    .forEach(end -> Reevaluation.enqueue(outcomes, job.cause(), new Walk.GraceEnded(end), end));
            page.set(judged);
        });
        return Objects.requireNonNull(page.get());
    }

    /** The same job may meet a product several times; what it says each time must have an id of its own. */
    private static Cause cause(Cause job, JudgedVersion judged) {
        return new Cause(
                Identity.of(job.id(), judged.verdict().policySetRevision(), judged.evaluatedAt()),
                job.correlationId(),
                job.traceparent());
    }
}
