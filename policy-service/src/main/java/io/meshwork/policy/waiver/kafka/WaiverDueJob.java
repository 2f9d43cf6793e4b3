package io.meshwork.policy.waiver.kafka;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.policy.waiver.WaiverBook;
import io.meshwork.policy.waiver.WaiverVersion;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Announces that a waiver ends soon, and that it has ended; says nothing of one that was changed or withdrawn meanwhile. */
@Component
class WaiverDueJob implements JobHandler {

    private static final String KIND = "waiver-due";

    private final WaiverBook book;

    WaiverDueJob(WaiverBook book) {
        this.book = book;
    }

    /** What is due: {@code <state> <waiver id> <revision>}, also the key, since each revision has moments of its own. */
    private record Due(String state, String waiverId, long revision) {

        static Due parse(String text) {
            String[] parts = text.split(" ");
            return new Due(parts[0], parts[1], Long.parseLong(parts[2]));
        }

        String text() {
            return state + " " + waiverId + " " + revision;
        }
    }

    static void enqueue(Outcomes outcomes, Cause cause, WaiverVersion waiver) {
        enqueue(outcomes, cause, new Due("ending", waiver.id(), waiver.revision()), waiver.remindAt());
        enqueue(outcomes, cause, new Due("ended", waiver.id(), waiver.revision()), waiver.endsAt());
    }

    private static void enqueue(Outcomes outcomes, Cause cause, Due due, Instant at) {
        outcomes.enqueue(cause, KIND, due.text(), due.text(), at);
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
        Due due = Due.parse(job.payload());
        return outcomes -> book.standing(due.waiverId(), due.revision())
                .ifPresent(
                        waiver -> WaiverAnnouncements.announce(outcomes, job.cause(), waiver, due.state(), book.now()));
    }
}
