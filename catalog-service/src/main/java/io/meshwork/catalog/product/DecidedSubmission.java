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
        String hash = DocumentHash.of(request.document());
        return switch (outcome) {
            case Outcome.Published published ->
                of(request, hash, published.submission(), Status.PUBLISHED, published.revision(), decidedAt);
            case Outcome.Unchanged unchanged ->
                of(request, hash, unchanged.submission(), Status.UNCHANGED, unchanged.revision(), decidedAt);
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
            Request request, String hash, Submission submission, Status status, long revision, Instant decidedAt) {
        return new DecidedSubmission(
                request.id(),
                request.productId(),
                submission.version().toString(),
                status,
                revision,
                submission.warnings(),
                request.caller().name(),
                hash,
                request.submittedAt(),
                decidedAt);
    }
}
