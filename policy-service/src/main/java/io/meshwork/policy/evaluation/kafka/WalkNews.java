package io.meshwork.policy.evaluation.kafka;

import io.meshwork.policy.evaluation.Evaluation.Page;
import io.meshwork.policy.evaluation.Verdicts;
import io.meshwork.policy.evaluation.WalkProgress;
import io.meshwork.policy.evaluation.WalkProgresses;
import io.meshwork.policy.inforce.Walk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how far one walk has got: every second those who ask, every ten seconds the log. */
final class WalkNews {

    private static final Logger log = LoggerFactory.getLogger(WalkNews.class);
    private static final Duration BETWEEN_NEWS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofDays(1);

    private final Walk walk;
    private final Verdicts verdicts;
    private final WalkProgresses kept;
    private final Clock clock;
    private final Instant startedAt;
    private Instant toldAt;
    private Instant loggedAt;
    private OptionalLong products = OptionalLong.empty();
    private long setRevision;
    private long reached;
    private long changed;

    WalkNews(Walk walk, Verdicts verdicts, WalkProgresses kept, Clock clock) {
        this.walk = walk;
        this.verdicts = verdicts;
        this.kept = kept;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.toldAt = startedAt;
        this.loggedAt = startedAt;
    }

    void reached(Page page) {
        reached += page.products();
        changed += page.changed().size();
        setRevision = page.set().revision();
        Instant now = clock.instant();
        if (toldAt.plus(BETWEEN_NEWS).isBefore(now)) {
            toldAt = now;
            kept.keep(progress(now, false));
        }
        if (loggedAt.plus(BETWEEN_LINES).isBefore(now)) {
            loggedAt = now;
            say("Products are being judged again");
        }
    }

    void ended() {
        if (products.isPresent()) {
            Instant now = clock.instant();
            kept.keep(progress(now, true));
            kept.trim(now.minus(KEPT));
        }
        say("Products were judged again");
    }

    private WalkProgress progress(Instant now, boolean finished) {
        if (products.isEmpty()) {
            products = OptionalLong.of(verdicts.count(walk));
        }
        return new WalkProgress(
                walk.text(), setRevision, products.getAsLong(), reached, changed, startedAt, now, finished);
    }

    private void say(String message) {
        log.atInfo()
                .addKeyValue("products", walk.text())
                .addKeyValue("reached", reached)
                .addKeyValue("changedVerdicts", changed)
                .log(message);
    }
}
