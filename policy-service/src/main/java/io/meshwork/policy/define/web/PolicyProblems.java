package io.meshwork.policy.define.web;

import io.meshwork.contract.read.Problem;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.policy.define.PolicyDecision;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Why a policy is not accepted, as problem details. */
public final class PolicyProblems {

    private PolicyProblems() {}

    public static ProblemException invalid(List<Problem> problems) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "policy.invalid",
                "the document is no valid policy; every problem is listed with its place",
                entries(problems));
    }

    public static ProblemException refused(PolicyDecision.Refused refused) {
        return problem(status(refused.code()), refused.code(), refused.reason(), entries(refused.problems()));
    }

    static ProblemException problem(HttpStatus status, String code, String detail, List<Map<String, Object>> problems) {
        return new ProblemException(status, code, "The policy was not accepted", detail, problems);
    }

    private static List<Map<String, Object>> entries(List<Problem> problems) {
        return problems.stream().map(Finding::entry).toList();
    }

    private static HttpStatus status(String code) {
        return switch (code) {
            case "policy.denied" -> HttpStatus.FORBIDDEN;
            case "policy.unknown" -> HttpStatus.NOT_FOUND;
            case "policy.id.taken", PolicyDecision.KEPT_IN_FILE -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
