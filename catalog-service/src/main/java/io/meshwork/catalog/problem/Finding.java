package io.meshwork.catalog.problem;

import io.meshwork.contract.read.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that is wrong, or doubtful, in a document, as the API tells it.
 *
 * @param severity error or warning
 * @param pointer JSON pointer into the document, empty for the whole of it
 * @param line from 1, 0 when it is about the whole document
 */
public record Finding(
        String code, String severity, String message, String advice, String pointer, int line, int column) {

    private static Finding of(Problem problem) {
        return new Finding(
                problem.code(),
                problem.severity().name().toLowerCase(Locale.ROOT),
                problem.message(),
                problem.advice(),
                problem.pointer(),
                problem.line(),
                problem.column());
    }

    public static List<Finding> of(List<Problem> problems) {
        return problems.stream().map(Finding::of).toList();
    }

    /** Entries of problem details. */
    public static List<Map<String, Object>> toMaps(List<Problem> problems) {
        return problems.stream().map(problem -> of(problem).toMap()).toList();
    }

    private Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", code);
        map.put("severity", severity);
        map.put("message", message);
        map.put("advice", advice);
        map.put("pointer", pointer);
        map.put("line", line);
        map.put("column", column);
        return map;
    }
}
