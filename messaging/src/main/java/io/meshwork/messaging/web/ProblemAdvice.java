package io.meshwork.messaging.web;

import io.meshwork.messaging.BrokenInfrastructure;
import io.meshwork.messaging.OutcomeTooLargeException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every error of every endpoint is problem+json (RFC 9457) with a type and a stable code, also those that Spring finds. */
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

    /** What Spring itself refuses: no such path, wrong method, unreadable parameters and bodies. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> answer = super.handleExceptionInternal(e, body, headers, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail problem) {
            String code = code(status);
            problem.setType(type(code));
            problem.setProperty("code", code);
            String advice = advice(e);
            if (advice != null) {
                problem.setDetail(advice);
            }
            if (e instanceof HandlerMethodValidationException invalid) {
                problem.setProperty("problems", problems(invalid));
            }
        }
        return answer;
    }

    private static String code(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> "no-such-path";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            case 503 -> "unavailable";
            default -> status.is4xxClientError() ? "invalid-request" : "internal";
        };
    }

    /** Spring's own sentence says what is wrong; these say how to mend it too. */
    private static @Nullable String advice(Exception e) {
        return switch (e) {
            case NoResourceFoundException missing ->
                "there is nothing at /" + missing.getResourcePath() + "; /api shows what there is";
            case HttpRequestMethodNotSupportedException method ->
                method.getMethod() + " is not possible here; allowed: " + String.join(", ", allowed(method));
            case HttpMediaTypeNotSupportedException type ->
                "content type " + type.getContentType() + " is not read here; send one of "
                        + type.getSupportedMediaTypes();
            case MethodArgumentTypeMismatchException mismatch ->
                "'" + mismatch.getName() + "' must be " + article(mismatch.getRequiredType()) + ", not '"
                        + mismatch.getValue() + "'";
            case MethodArgumentNotValidException invalid -> misfits(invalid);
            default -> null;
        };
    }

    /** Parameters that are read together, as a record. */
    private static @Nullable String misfits(MethodArgumentNotValidException invalid) {
        String misfits = invalid.getFieldErrors().stream()
                .filter(FieldError::isBindingFailure)
                .map(error -> "'" + error.getField() + "' must be " + article(type(invalid, error)) + ", not '"
                        + error.getRejectedValue() + "'")
                .collect(Collectors.joining("; "));
        return misfits.isEmpty() ? null : misfits;
    }

    private static @Nullable Class<?> type(MethodArgumentNotValidException invalid, FieldError error) {
        return Stream.ofNullable(invalid.getParameter().getParameterType().getRecordComponents())
                .flatMap(Stream::of)
                .filter(component -> component.getName().equals(error.getField()))
                .<Class<?>>map(RecordComponent::getType)
                .findFirst()
                .orElse(null);
    }

    private static List<String> allowed(HttpRequestMethodNotSupportedException e) {
        String[] methods = e.getSupportedMethods();
        return methods == null ? List.of() : List.of(methods);
    }

    private static String article(@Nullable Class<?> type) {
        return switch (type) {
            case null -> "something else";
            case Class<?> moment when moment == Instant.class -> "a point in time such as 2027-01-31T00:00:00Z";
            case Class<?> flag when flag == boolean.class || flag == Boolean.class -> "true or false";
            case Class<?> number when Number.class.isAssignableFrom(number) || number.isPrimitive() -> "a number";
            case Class<?> other -> "a " + other.getSimpleName();
        };
    }

    private static List<Map<String, Object>> problems(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> Map.<String, Object>of(
                                "parameter",
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                "message",
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
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
        body.setType(type(e.code()));
        body.setProperty("code", e.code());
        if (!e.problems().isEmpty()) {
            body.setProperty("problems", e.problems());
        }
        return body;
    }

    private static URI type(String code) {
        return URI.create("urn:meshwork:problem:" + code);
    }
}
