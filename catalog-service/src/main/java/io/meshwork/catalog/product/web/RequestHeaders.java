package io.meshwork.catalog.product.web;

import io.meshwork.messaging.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What requests carry beside their body. */
final class RequestHeaders {

    private static final String BEARER = "Bearer ";
    private static final int LONGEST_KEY = 255;

    private RequestHeaders() {}

    /** @throws ProblemException 400 when the Idempotency-Key is empty or too long */
    static void checkKey(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "submission.idempotency-key.invalid",
                    "Idempotency-Key not usable",
                    "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters; a UUID will do.",
                    List.of());
        }
    }

    /** The bearer token, null when there is none; whoever decides verifies it again. */
    static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }
}
