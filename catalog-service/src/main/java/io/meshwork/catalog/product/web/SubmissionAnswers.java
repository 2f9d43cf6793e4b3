package io.meshwork.catalog.product.web;

import static io.meshwork.catalog.product.Problems.NOT_AUTHORIZED;
import static io.meshwork.catalog.product.Problems.REVISION_MISMATCH;
import static io.meshwork.catalog.product.Problems.VERSION_CONFLICT;
import static io.meshwork.catalog.product.Problems.VERSION_TOO_LOW;

import io.meshwork.catalog.problem.Finding;
import io.meshwork.catalog.product.DecidedSubmission;
import io.meshwork.contract.read.Problem;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.messaging.web.RevisionTag;
import io.meshwork.messaging.web.Undecided;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What became of a submission, in the words of HTTP. */
final class SubmissionAnswers {

    private SubmissionAnswers() {}

    /** @throws ProblemException when it was rejected, or the idempotency key belongs to another submission */
    static ResponseEntity<Object> answer(Submitting.Result result, Undecided undecided) {
        return switch (result) {
            case Submitting.Result.Decided(var submission) -> decided(submission);
            case Submitting.Result.Undecided(var id) -> undecided.taken(Paths.submission(id), pending(id));
            case Submitting.Result.KeyReused(var id) -> throw keyReused(id);
        };
    }

    private static ResponseEntity<Object> decided(DecidedSubmission submission) {
        HttpStatus status = switch (submission.status()) {
            case PUBLISHED -> HttpStatus.CREATED;
            case CHANGED, UNCHANGED -> HttpStatus.OK;
            case REJECTED -> throw rejected(submission.problems());
        };
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .location(URI.create(Paths.version(submission.productId(), String.valueOf(submission.version()))));
        if (submission.revision() != null) {
            answer.eTag(RevisionTag.of(submission.revision()));
        }
        return answer.body(SubmissionRepresentation.of(submission));
    }

    static Object pending(UUID id) {
        return Map.of("submissionId", id, "status", "pending");
    }

    static ProblemException rejected(List<Problem> problems) {
        List<String> codes = problems.stream().map(Problem::code).toList();
        if (codes.contains(NOT_AUTHORIZED)) {
            return problem(HttpStatus.FORBIDDEN, NOT_AUTHORIZED, "Not allowed", problems);
        }
        if (codes.contains(REVISION_MISMATCH)) {
            return problem(HttpStatus.PRECONDITION_FAILED, REVISION_MISMATCH, "The product has changed", problems);
        }
        if (codes.contains(VERSION_CONFLICT)) {
            return problem(HttpStatus.CONFLICT, VERSION_CONFLICT, "The version exists", problems);
        }
        if (codes.contains(VERSION_TOO_LOW)) {
            return problem(HttpStatus.CONFLICT, VERSION_TOO_LOW, "A higher version exists", problems);
        }
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "submission.rejected", "Not accepted", problems);
    }

    private static ProblemException problem(HttpStatus status, String code, String title, List<Problem> problems) {
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        String detail = errors.size() == 1
                ? errors.getFirst().message()
                : errors.size() + " things must be mended, see problems; the first: "
                        + errors.getFirst().message();
        return new ProblemException(status, code, title, detail, Finding.toMaps(problems));
    }

    private static ProblemException keyReused(UUID id) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "submission.idempotency-key.reused",
                "Idempotency-Key used before",
                "This Idempotency-Key belongs to submission " + id
                        + ", whose contract is another; use a new key for a new contract.",
                List.of());
    }
}
