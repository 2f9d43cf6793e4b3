package io.meshwork.notifier.subscription.web;

import io.meshwork.messaging.web.ProblemException;
import io.meshwork.notifier.subscription.SubscriptionDecision.Code;
import io.meshwork.notifier.subscription.SubscriptionDecision.Refused;
import io.meshwork.notifier.subscription.SubscriptionFault;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Why a request is not accepted, as problem details. */
final class SubscriptionProblems {

    private SubscriptionProblems() {}

    static ProblemException invalid(String id, List<SubscriptionFault> faults) {
        return refused(Refused.invalid(id, faults));
    }

    static ProblemException refused(Refused refused) {
        var problems = refused.faults().stream()
                .map(fault -> Map.<String, Object>of("pointer", fault.pointer(), "message", fault.message()))
                .toList();
        return problem(status(refused.code()), refused.code().text(), refused.reason(), problems);
    }

    static ProblemException unknown(String id) {
        return problem(HttpStatus.NOT_FOUND, Code.UNKNOWN.text(), "there is no subscription '" + id + "'", List.of());
    }

    static ProblemException denied(String reason) {
        return problem(HttpStatus.FORBIDDEN, Code.DENIED.text(), reason, List.of());
    }

    static ProblemException problem(HttpStatus status, String code, String detail, List<Map<String, Object>> problems) {
        return new ProblemException(status, code, title(status), detail, problems);
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "Not allowed";
            case NOT_FOUND -> "Not found";
            default -> "The subscription was not accepted";
        };
    }

    private static HttpStatus status(Code code) {
        return switch (code) {
            case DENIED -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case EXISTS, OVER, CONFIGURED -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
