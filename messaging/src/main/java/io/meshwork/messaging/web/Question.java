package io.meshwork.messaging.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Asks what became of a request, as an argument of the controller method at whose path that stands.
 *
 * @param place path that was asked
 * @param since when the request was taken, as its address says; null when it does not
 * @param patience how long to wait for the decision
 */
public record Question(String place, @Nullable Instant since, OutcomeWait patience) {

    /** Query parameter of the address that a 202 names. */
    public static final String SINCE = "since";

    static Question of(HttpServletRequest request, OutcomeWait patience, MethodParameter asked) {
        return new Question(request.getRequestURI(), since(request.getParameter(SINCE), asked), patience);
    }

    private static @Nullable Instant since(@Nullable String written, MethodParameter asked) {
        try {
            return written == null || written.isBlank() ? null : Instant.parse(written.strip());
        } catch (DateTimeParseException e) {
            throw new MethodArgumentTypeMismatchException(written, Instant.class, SINCE, asked, e);
        }
    }
}
