package io.meshwork.policy.define.files;

import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.Problem.Severity;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Decisions;
import io.meshwork.messaging.Outcomes;
import io.meshwork.messaging.boot.BeforeListening;
import io.meshwork.policy.define.FileProblem;
import io.meshwork.policy.define.FolderReader;
import io.meshwork.policy.define.FolderReading;
import io.meshwork.policy.define.FolderReading.ReadFile;
import io.meshwork.policy.define.PolicyBook;
import io.meshwork.policy.define.PolicyFile;
import io.meshwork.policy.define.kafka.PolicyAnnouncements;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings the policy folder into force whenever its content changes. A replica that sees the change later, or still has the old
 * files, does nothing: only a change that this replica sees, and its start, count.
 */
@Component
class PolicyFolderWatch implements SmartLifecycle, BeforeListening {

    private static final Logger log = LoggerFactory.getLogger(PolicyFolderWatch.class);
    private static final String PRINCIPAL = "policy-folder";

    private final PolicyFolder folder;
    private final FolderReader reader;
    private final PolicyBook book;
    private final Decisions decisions;
    private final FolderProblems problems;
    private final PolicyFolderSettings settings;
    private @Nullable List<PolicyFile> seen;
    private final CountDownLatch begun = new CountDownLatch(1);
    private @Nullable Thread thread;

    PolicyFolderWatch(
            PolicyFolder folder,
            FolderReader reader,
            PolicyBook book,
            Decisions decisions,
            FolderProblems problems,
            PolicyFolderSettings settings) {
        this.folder = folder;
        this.reader = reader;
        this.book = book;
        this.decisions = decisions;
        this.problems = problems;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("policy-folder").daemon().start(this::watch);
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                look();
                TimeUnit.MILLISECONDS.sleep(settings.poll().toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Neither a neighbour that is down nor a fault of ours ends the watch; {@code seen} stays, so that the next look tries again. */
    private void look() {
        try {
            replaceWhenChanged();
            if (begun.getCount() > 0 && (isInForce() || book.isBegun())) {
                begun.countDown();
            }
        } catch (RuntimeException | Error e) {
            if (!Thread.currentThread().isInterrupted()) {
                log.atWarn().setCause(e).log("The policy folder cannot come into force now; trying again");
            }
        }
    }

    private void replaceWhenChanged() {
        try {
            List<PolicyFile> files = folder.read();
            if (!files.equals(seen)) {
                seen = isSettled(files) ? files : null;
            }
        } catch (IOException e) {
            unreadable(e);
        }
    }

    private boolean isInForce() {
        return seen != null && problems.current().isEmpty();
    }

    /** Whether there is nothing more to do until the files change. */
    private boolean isSettled(List<PolicyFile> files) {
        return switch (reader.read(files)) {
            case FolderReading.Broken(var found) -> {
                problems.are(found);
                yield true;
            }
            case FolderReading.Good(var read) -> isReplaced(read);
        };
    }

    /** Files that collide with a submitted policy are tried again, for that may be withdrawn. */
    private boolean isReplaced(List<ReadFile> files) {
        AtomicReference<PolicyBook.Replaced> replaced = new AtomicReference<>();
        decisions.decide(outcomes -> replaced.set(replace(files, outcomes)));
        PolicyBook.Replaced result = Objects.requireNonNull(replaced.get());
        if (!result.problems().isEmpty()) {
            problems.are(result.problems());
            return false;
        }
        problems.none();
        log.atInfo()
                .addKeyValue("folder", folder.name())
                .addKeyValue("policySetRevision", result.setRevision())
                .addKeyValue("policies", files.size())
                .addKeyValue("changed", result.changed().size())
                .log("The policy folder is in force");
        return true;
    }

    private PolicyBook.Replaced replace(List<ReadFile> files, Outcomes outcomes) {
        PolicyBook.Replaced result = book.replaceFiles(files, PRINCIPAL);
        UUID id = UUID.randomUUID();
        Cause cause = new Cause(id, id.toString(), null);
        result.changed().forEach(version -> PolicyAnnouncements.changed(outcomes, cause, version));
        return result;
    }

    /** With no policy in force every product would pass: a folder that is broken from the first does not let the service begin. */
    @Override
    public boolean isThere(Duration patience) throws InterruptedException {
        return begun.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public String what() {
        return "the policies of " + folder.name();
    }

    private void unreadable(IOException failure) {
        String message = "the policy folder " + folder.name() + " cannot be read: "
                + failure.getClass().getSimpleName();
        Problem problem = new Problem(
                "policy.folder.unreadable",
                Severity.ERROR,
                message,
                "Check the setting mesh.policy.folder and the rights on the folder.",
                "",
                1,
                1);
        problems.are(List.of(new FileProblem("", problem)));
        seen = null;
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    /** Before products are taken from their topic. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
