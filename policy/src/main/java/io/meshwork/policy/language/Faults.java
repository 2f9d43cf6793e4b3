package io.meshwork.policy.language;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import io.meshwork.contract.read.value.Suggestions;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CEL's words for what is wrong with an expression, in ours, at the very word that is meant. */
final class Faults {

    private static final Pattern UNKNOWN_FIELD = Pattern.compile("undefined field '([^']*)'");
    private static final Pattern UNKNOWN_NAME = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'.*", Pattern.DOTALL);

    private static final Pattern DOTTED = Pattern.compile("[\\w.]+");

    private Faults() {}

    /** @param declared names beside the facts and functions, such as {@code parameters.minimum} */
    static List<Fault> of(String expression, CelValidationResult result, Subject subject, Collection<String> declared) {
        return result.getErrors().stream()
                .map(issue -> of(expression, issue, subject, declared))
                .toList();
    }

    static Fault wrongType(CelType actual, CelType expected, String advice) {
        return new Fault(0, "the expression is a " + actual.name() + ", it must be a " + expected.name(), advice);
    }

    private static Fault of(String expression, CelIssue issue, Subject subject, Collection<String> declared) {
        int offset = offset(expression, issue.getSourceLocation());
        String message = issue.getMessage();
        Matcher field = UNKNOWN_FIELD.matcher(message);
        if (field.matches()) {
            return unknown(expression, offset, "field", field.group(1), subject);
        }
        Matcher name = UNKNOWN_NAME.matcher(message);
        if (name.matches()) {
            return unknownName(expression, offset, name.group(1), subject, declared);
        }
        Matcher overload = NO_OVERLOAD.matcher(message);
        if (overload.matches()) {
            return noOverload(offset, overload.group(1).replaceAll("[_@]", ""), overload.group(2));
        }
        return new Fault(offset, message, "Mend the expression; it is written in CEL.");
    }

    private static Fault unknown(String expression, int offset, String kind, String name, Subject subject) {
        int found = expression.indexOf(name, offset);
        Collection<String> known = kind.equals("field") ? subject.fields() : subject.names();
        String advice = Suggestions.didYouMean(name, known) + subject.guide();
        return new Fault(found < 0 ? offset : found, "there is no " + kind + " '" + name + "'", advice);
    }

    /** CEL reports the word before the dot of {@code parameters.minimun}. */
    private static Fault unknownName(
            String expression, int offset, String name, Subject subject, Collection<String> declared) {
        String prefix = name + ".";
        boolean declarable = prefix.equals(Situation.PARAMETERS) || prefix.equals(Situation.VARIABLES);
        if (subject == Subject.UPDATE || !declarable) {
            return unknown(expression, offset, "name", name, subject);
        }
        int start = Math.max(expression.indexOf(prefix, Math.max(offset - prefix.length(), 0)), 0);
        Matcher whole = DOTTED.matcher(expression).region(start, expression.length());
        String asked = whole.lookingAt() ? whole.group() : name;
        List<String> known =
                declared.stream().filter(one -> one.startsWith(prefix)).toList();
        return new Fault(
                start,
                "there is no '" + asked + "'",
                Suggestions.didYouMean(asked, known)
                        + (known.isEmpty()
                                ? "The policy declares no " + name + "."
                                : "Declared before this are: " + String.join(", ", known) + "."));
    }

    private static Fault noOverload(int offset, String function, String types) {
        return new Fault(
                offset,
                "'" + function + "' does not work on " + types,
                "Both sides must have the types that the guide states; convert with string(…), int(…) or double(…).");
    }

    private static int offset(String expression, CelSourceLocation location) {
        if (location.getLine() < 1) {
            return 0;
        }
        int start = 0;
        for (int line = 1; line < location.getLine(); line++) {
            start = expression.indexOf('\n', start) + 1;
        }
        int room = expression.codePointCount(start, expression.length());
        return expression.offsetByCodePoints(start, Math.clamp(location.getColumn(), 0, room));
    }
}
