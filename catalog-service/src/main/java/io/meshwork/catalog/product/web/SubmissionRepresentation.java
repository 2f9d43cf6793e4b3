package io.meshwork.catalog.product.web;

import io.meshwork.catalog.problem.Finding;
import io.meshwork.catalog.product.DecidedSubmission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a submission ended.
 *
 * @param status published, unchanged or rejected
 * @param version null when the document could not be read that far
 * @param revision of the product afterwards, null when it was rejected
 * @param problems why it was rejected, or the warnings of a contract that was not
 */
record SubmissionRepresentation(
        UUID submissionId,
        String status,
        String productId,
        @Nullable String version,
        @Nullable Long revision,
        List<Finding> problems,
        String principal,
        Instant submittedAt,
        Instant decidedAt) {

    static SubmissionRepresentation of(DecidedSubmission submission) {
        return new SubmissionRepresentation(
                submission.id(),
                submission.status().text(),
                submission.productId(),
                submission.version(),
                submission.revision(),
                Finding.of(submission.problems()),
                submission.principal(),
                submission.submittedAt(),
                submission.decidedAt());
    }
}
