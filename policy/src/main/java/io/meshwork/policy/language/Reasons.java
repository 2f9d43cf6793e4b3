package io.meshwork.policy.language;

import dev.cel.runtime.CelEvaluationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CEL's words for a failed evaluation, in ours. */
final class Reasons {

    private static final Pattern ABSENT = Pattern.compile("key '([^']*)' is not present in map");
    private static final Pattern PLACE = Pattern.compile("^evaluation error(?: at <input>:\\d+)?: ");

    /** Variables that read one another add up, and so does what they nest. */
    static final String TOO_DEEP = "it is nested too deep";

    private Reasons() {}

    /** @param subject what the expression speaks of */
    static String of(CelEvaluationException failure, Subject subject) {
        return switch (failure.getErrorCode()) {
            case ATTRIBUTE_NOT_FOUND -> absent(failure, subject);
            case ITERATION_BUDGET_EXCEEDED ->
                "it needs more than " + subject.limits().iterations() + " steps for this " + subject.text();
            case DIVIDE_BY_ZERO -> "it divides by zero";
            case INDEX_OUT_OF_BOUNDS -> "it reads past the end of a list";
            default -> own(failure);
        };
    }

    private static String absent(CelEvaluationException failure, Subject subject) {
        Matcher absent = ABSENT.matcher(text(failure));
        return absent.find()
                ? "the " + subject.text() + " has no '" + absent.group(1) + "'; the " + subject.expression()
                        + " should ask has(….'" + absent.group(1) + "') before it reads it"
                : own(failure);
    }

    private static String own(CelEvaluationException failure) {
        Throwable cause = failure.getCause();
        String text = cause instanceof IllegalArgumentException ? String.valueOf(cause.getMessage()) : text(failure);
        return PLACE.matcher(text).replaceFirst("");
    }

    private static String text(CelEvaluationException failure) {
        return String.valueOf(failure.getMessage());
    }
}
