package io.meshwork.messaging.web;

import io.meshwork.messaging.BrokenInfrastructure;
import io.meshwork.messaging.OutcomeTooLargeException;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error of every endpoint is problem+json; ours carry a stable code. */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler(ProblemException.class)
    ResponseEntity<ProblemDetail> problem(ProblemException e) {
        return ResponseEntity.status(e.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(e));
    }

    @ExceptionHandler(OutcomeTooLargeException.class)
    ResponseEntity<ProblemDetail> tooLarge(OutcomeTooLargeException e) {
        return problem(new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE, "too-large", "Too large", String.valueOf(e.getMessage()), List.of()));
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        return BrokenInfrastructure.isCauseOf(e) ? unavailable(e) : bug(e);
    }

    private static ResponseEntity<ProblemDetail> unavailable(Exception e) {
        log.atWarn().setCause(e).log("A request could not be answered because a neighbour is down");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "Temporarily unavailable",
                        "the broker, the registry or the database does not answer; try again in a few seconds",
                        List.of())));
    }

    private static ResponseEntity<ProblemDetail> bug(Exception e) {
        log.atError().setCause(e).log("A request failed unexpectedly");
        return ResponseEntity.internalServerError()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(new ProblemException(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "Internal error",
                        "an unexpected error; it has been logged with the trace of this request",
                        List.of())));
    }

    private static ProblemDetail body(ProblemException e) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(e.status(), String.valueOf(e.getMessage()));
        body.setTitle(e.title());
        body.setType(URI.create("urn:meshwork:problem:" + e.code()));
        body.setProperty("code", e.code());
        if (!e.problems().isEmpty()) {
            body.setProperty("problems", e.problems());
        }
        return body;
    }
}
