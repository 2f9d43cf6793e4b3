package io.meshwork.catalog.product.web;

import io.meshwork.catalog.product.DecidedSubmission;
import io.meshwork.catalog.product.DecidedSubmissions;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.boot.MeshSettings;
import io.meshwork.messaging.web.OutcomeWait;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The way of a submission over HTTP: into the topic, then waiting for whoever decides it. */
@Component
class Submitting {

    private static final Logger log = LoggerFactory.getLogger(Submitting.class);

    private final SubmittedTopic topic;
    private final SubmissionWaiter waiter;
    private final DecidedSubmissions submissions;
    private final MeshSettings mesh;

    Submitting(SubmittedTopic topic, SubmissionWaiter waiter, DecidedSubmissions submissions, MeshSettings mesh) {
        this.topic = topic;
        this.waiter = waiter;
        this.submissions = submissions;
        this.mesh = mesh;
    }

    /** What is known when the waiting ends. */
    sealed interface Result {
        record Decided(DecidedSubmission submission) implements Result {}

        record Undecided(UUID submissionId) implements Result {}

        /** The idempotency key belongs to another submission. */
        record KeyReused(UUID submissionId) implements Result {}
    }

    Result submit(Ask ask, OutcomeWait wait) {
        String key = ask.idempotencyKey();
        if (key == null) {
            return await(ask, topic.append(ask, UUID.randomUUID()), wait);
        }
        UUID id = Identity.of("submission", ask.principal(), key);
        return before(id).map(decided -> result(ask, decided)).orElseGet(() -> await(ask, topic.append(ask, id), wait));
    }

    private Result await(Ask ask, UUID submissionId, OutcomeWait wait) {
        return waiter.await(submissionId, wait.atMost())
                .map(decided -> result(ask, decided))
                .orElseGet(() -> new Result.Undecided(submissionId));
    }

    private static Result result(Ask ask, DecidedSubmission decided) {
        return decided.documentHash().equals(ask.hash())
                ? new Result.Decided(decided)
                : new Result.KeyReused(decided.id());
    }

    /** A repeated request need not go through the topic again; when the database cannot tell, it does. */
    private Optional<DecidedSubmission> before(UUID requestId) {
        try {
            UUID submissionId = Identity.of("/" + mesh.name() + "/" + mesh.service(), requestId);
            return submissions.find(List.of(submissionId)).stream().findFirst();
        } catch (DataAccessException e) {
            log.atWarn().addKeyValue("requestId", requestId).setCause(e).log("Earlier submissions cannot be looked up");
            return Optional.empty();
        }
    }
}
