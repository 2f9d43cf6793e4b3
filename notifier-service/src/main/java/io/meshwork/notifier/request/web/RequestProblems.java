package io.meshwork.notifier.request.web;

import io.meshwork.messaging.web.ProblemException;
import io.meshwork.notifier.request.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Why a request is not accepted, as problem details. */
public final class RequestProblems {

    private RequestProblems() {}

    public static ProblemException refused(Refusal refusal) {
        var problems = refusal.faults().stream()
                .map(fault -> Map.<String, Object>of("pointer", fault.pointer(), "message", fault.message()))
                .toList();
        var status = status(refusal.kind());
        return new ProblemException(status, refusal.code(), title(status, refusal.about()), refusal.reason(), problems);
    }

    static ProblemException reusedKey(String about) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key.reused",
                title(HttpStatus.UNPROCESSABLE_CONTENT, about),
                "the Idempotency-Key was used before with another request; choose a new one",
                List.of());
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case DENIED -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case EXISTS, OVER -> HttpStatus.CONFLICT;
        };
    }

    private static String title(HttpStatus status, String about) {
        return switch (status) {
            case FORBIDDEN -> "Not allowed";
            case NOT_FOUND -> "Not found";
            default -> "The request about the " + about + " was not accepted";
        };
    }
}
