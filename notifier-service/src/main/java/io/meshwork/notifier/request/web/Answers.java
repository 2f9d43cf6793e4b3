package io.meshwork.notifier.request.web;

import io.meshwork.messaging.web.OutcomeWait;
import io.meshwork.messaging.web.Question;
import io.meshwork.messaging.web.Undecided;
import io.meshwork.messaging.web.Waiting;
import io.meshwork.notifier.request.DecidedRequests;
import io.meshwork.notifier.request.DecidedRequests.Decided;
import io.meshwork.notifier.request.Outcome;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;

/**
 * Answers requests about one kind of thing.
 *
 * @param about incident or silence
 * @param path of those things
 */
public record Answers(DecidedRequests decided, Undecided undecided, String about, String path) {

    /** Waits for the decision; after that says where to ask for it. */
    public ResponseEntity<DecisionRepresentation> await(
            UUID requestId, String subject, long contentHash, OutcomeWait wait) {
        return Waiting.until(wait, () -> decided.find(requestId))
                .map(found -> sameContent(found, contentHash))
                .map(this::answer)
                .orElseGet(() -> undecided.taken(
                        place(requestId), new DecisionRepresentation(requestId, subject, "pending", null)));
    }

    public ResponseEntity<DecisionRepresentation> of(UUID requestId, Question question) {
        return undecided.ask(
                question,
                about + ".request.unknown",
                new DecisionRepresentation(requestId, null, "pending", null),
                () -> decided.find(requestId).map(this::answer));
    }

    private String place(UUID requestId) {
        return path + "/requests/" + requestId;
    }

    private Decided sameContent(Decided found, long contentHash) {
        if (found.contentHash() != contentHash) {
            throw RequestProblems.reusedKey(about);
        }
        return found;
    }

    private ResponseEntity<DecisionRepresentation> answer(Decided found) {
        return switch (found.outcome()) {
            case Outcome.Changed(var revision) ->
                ResponseEntity.created(URI.create(path + "/" + found.subject()))
                        .body(new DecisionRepresentation(found.requestId(), found.subject(), "changed", revision));
            case Outcome.Unchanged(var revision) ->
                ResponseEntity.ok(
                        new DecisionRepresentation(found.requestId(), found.subject(), "unchanged", revision));
            case Outcome.Refused(var refusal) -> throw RequestProblems.refused(refusal);
        };
    }
}
