package io.meshwork.messaging.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;

/** An answer other than success, as problem details (RFC 9457). */
public final class ProblemException extends RuntimeException {

    private final HttpStatusCode status;
    private final String code;
    private final String title;
    private final List<Map<String, Object>> problems;

    /**
     * @param code stable, for programs
     * @param title what kind of problem, for people
     * @param detail what is wrong here and how to mend it
     * @param problems single findings with pointer, line and column; empty when there are none
     */
    public ProblemException(
            HttpStatusCode status, String code, String title, String detail, List<Map<String, Object>> problems) {
        super(detail);
        this.status = status;
        this.code = code;
        this.title = title;
        this.problems = List.copyOf(problems);
    }

    public HttpStatusCode status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public List<Map<String, Object>> problems() {
        return problems;
    }
}
