package io.meshwork.notifier.deadletter.web;

import io.meshwork.messaging.web.ProblemException;
import io.meshwork.notifier.deadletter.LetterResult.Code;
import io.meshwork.notifier.deadletter.LetterResult.Refused;
import io.meshwork.notifier.news.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.AuthorizationException;
import org.springframework.http.HttpStatus;

/** Why nothing was done, as problem details. */
final class LetterProblems {

    private LetterProblems() {}

    static ProblemException of(Refused refused) {
        return problem(
                status(refused.code()), refused.code().name().toLowerCase(Locale.ROOT), refused.reason(), List.of());
    }

    static ProblemException denied(String reason) {
        return problem(HttpStatus.FORBIDDEN, "denied", reason, List.of());
    }

    static ProblemException badId(String parameter, String id) {
        return problem(
                parameter.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST,
                parameter.isEmpty() ? "unknown" : "parameter." + parameter,
                "'" + Text.line(id, 60) + "' is no id of a dead letter; write service:partition:offset as GET"
                        + " /api/v1/dead-letters shows it, such as quality:0:17",
                List.of());
    }

    static ProblemException unknownService(String service, List<String> known) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "parameter.service",
                "no service '" + Text.line(service, 60) + "' has dead letters; use " + String.join(", ", known),
                List.of());
    }

    static ProblemException invalid(String pointer, String message) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid",
                pointer + ": " + message,
                List.of(Map.of("pointer", pointer, "message", message)));
    }

    static ProblemException busy(String service) {
        return problem(
                HttpStatus.CONFLICT,
                "busy",
                "somebody else settles letters of " + service + " at this moment; look again in a few seconds",
                List.of());
    }

    /** The broker is there but does not let the notifier do it, which waiting does not change. */
    static <T> T permitted(Supplier<T> work) {
        try {
            return work.get();
        } catch (AuthorizationException e) {
            throw problem(
                    HttpStatus.CONFLICT,
                    "not-permitted",
                    "the broker does not let the notifier's user do this ("
                            + Text.line(String.valueOf(e.getMessage()), 300)
                            + "); grant it to the user, or use mesh dlt with credentials that may",
                    List.of());
        }
    }

    private static ProblemException problem(
            HttpStatus status, String code, String detail, List<Map<String, Object>> problems) {
        return new ProblemException(status, "dead-letter." + code, "Nothing was done", detail, problems);
    }

    private static HttpStatus status(Code code) {
        return switch (code) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case GONE -> HttpStatus.GONE;
            case SETTLED, BUSY -> HttpStatus.CONFLICT;
            case IMPOSSIBLE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
