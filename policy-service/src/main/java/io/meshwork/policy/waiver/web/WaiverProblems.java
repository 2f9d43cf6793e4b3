package io.meshwork.policy.waiver.web;

import io.meshwork.messaging.web.ProblemException;
import io.meshwork.policy.waiver.WaiverDecision.Code;
import io.meshwork.policy.waiver.WaiverDecision.Refused;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Why a waiver is not accepted, as problem details. */
final class WaiverProblems {

    private WaiverProblems() {}

    static ProblemException refused(Refused refused) {
        List<Map<String, Object>> problems = refused.faults().stream()
                .map(fault -> Map.<String, Object>of("pointer", fault.pointer(), "message", fault.message()))
                .toList();
        return problem(status(refused.code()), refused.code().text(), refused.reason(), problems);
    }

    static ProblemException problem(HttpStatus status, String code, String detail, List<Map<String, Object>> problems) {
        return new ProblemException(status, code, "The waiver was not accepted", detail, problems);
    }

    private static HttpStatus status(Code code) {
        return switch (code) {
            case DENIED -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case OVER -> HttpStatus.CONFLICT;
            case INVALID, POLICY_UNKNOWN, POLICY_TIGHTENS, POLICY_DECIDES_ACCESS, RULE_UNKNOWN, OUT_OF_SCOPE ->
                HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
