package io.meshwork.notifier.channel.webhook.web;

import io.meshwork.messaging.web.ProblemException;
import io.meshwork.notifier.channel.webhook.endpoint.EndpointResult.Code;
import io.meshwork.notifier.channel.webhook.endpoint.EndpointResult.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Why nothing was done, as problem details. */
final class WebhookProblems {

    private WebhookProblems() {}

    static ProblemException of(Refused refused) {
        return problem(
                status(refused.code()),
                refused.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                refused.reason(),
                refused.faults().stream()
                        .map(fault -> Map.<String, Object>of("pointer", fault.pointer(), "message", fault.message()))
                        .toList());
    }

    static ProblemException unknown(String id) {
        return problem(HttpStatus.NOT_FOUND, "unknown", "there is no webhook endpoint '" + id + "'", List.of());
    }

    static ProblemException denied(String reason) {
        return problem(HttpStatus.FORBIDDEN, "denied", reason, List.of());
    }

    static ProblemException invalid(String detail) {
        return problem(HttpStatus.BAD_REQUEST, "invalid", detail, List.of());
    }

    private static ProblemException problem(
            HttpStatus status, String code, String detail, List<Map<String, Object>> problems) {
        return new ProblemException(
                status, "webhook." + code, "The webhook request was not accepted", detail, problems);
    }

    private static HttpStatus status(Code code) {
        return switch (code) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case DENIED -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case TAKEN, TOO_MANY, DISABLED, OFF -> HttpStatus.CONFLICT;
        };
    }
}
