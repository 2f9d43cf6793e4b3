package io.meshwork.catalog.product;

import io.meshwork.contract.read.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a submission ended, as kept for whoever waits for it.
 *
 * @param version null when the document could not be read that far
 * @param revision of the product afterwards, null when it was rejected
 * @param problems why it was rejected, or the warnings of a contract that was not
 * @param documentHash tells whether a repeated submission is really the same
 */
public record DecidedSubmission(
        UUID id,
        String productId,
        @Nullable String version,
        Status status,
        @Nullable Long revision,
        List<Problem> problems,
        String principal,
        String documentHash,
        Instant submittedAt,
        Instant decidedAt) {

    /** How it ended. */
    public enum Status {
        PUBLISHED,
        /** A published version came to another stage of its life. */
        CHANGED,
        UNCHANGED,
        REJECTED;

        public static Status fromText(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public DecidedSubmission {
        problems = List.copyOf(problems);
    }

    public static DecidedSubmission of(Outcome outcome, Instant decidedAt) {
        Request request = outcome.request();
        String hash = request.hash();
        return switch (outcome) {
            case Outcome.Published one -> {
                Submission submission = one.submission();
                String version = submission.version().toString();
                yield of(request, hash, version, Status.PUBLISHED, submission.warnings(), one.revision(), decidedAt);
            }
            case Outcome.Changed one ->
                of(request, hash, one.version(), Status.CHANGED, List.of(), one.revision(), decidedAt);
            case Outcome.Unchanged one ->
                of(request, hash, one.version(), Status.UNCHANGED, one.warnings(), one.revision(), decidedAt);
            case Outcome.Rejected(Request rejected, String version, List<Problem> problems) ->
                new DecidedSubmission(
                        request.id(),
                        request.productId(),
                        version,
                        Status.REJECTED,
                        null,
                        problems,
                        request.caller().name(),
                        hash,
                        request.submittedAt(),
                        decidedAt);
        };
    }

    private static DecidedSubmission of(
            Request request,
            String hash,
            String version,
            Status status,
            List<Problem> warnings,
            long revision,
            Instant decidedAt) {
        return new DecidedSubmission(
                request.id(),
                request.productId(),
                version,
                status,
                revision,
                warnings,
                request.caller().name(),
                hash,
                request.submittedAt(),
                decidedAt);
    }
}
