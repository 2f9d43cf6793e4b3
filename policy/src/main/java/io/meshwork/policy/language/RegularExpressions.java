package io.meshwork.policy.language;

import com.google.common.collect.ImmutableList;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * CEL's {@code matches}, with RE2 as there. CEL compiles the expression for every text, looks at its size only afterwards, and never
 * says what a match costs.
 */
final class RegularExpressions implements CelRuntimeLibrary {

    private static final int KEPT = 100;

    /** One character against one instruction. */
    private static final int STEPS = 30;

    /** To compile what one instruction is made of. */
    private static final int COMPILE_STEPS = 500;

    private static final Map<String, Compiled> COMPILED = new ConcurrentHashMap<>();

    @Override
    public void setRuntimeOptions(CelRuntimeBuilder runtime) {
        runtime.addFunctionBindings(CelFunctionBinding.fromOverloads(
                "matches",
                ImmutableList.of(
                        CelFunctionBinding.from("matches", String.class, String.class, RegularExpressions::matches),
                        CelFunctionBinding.from(
                                "matches_string", String.class, String.class, RegularExpressions::matches))));
    }

    /** @param size see {@link RegexSize} */
    private record Compiled(Pattern pattern, int size) {}

    /** What is charged does not depend on what is kept. */
    private static boolean matches(String text, String expression) throws CelEvaluationException {
        Compiled compiled = compiled(expression);
        Pattern pattern = compiled.pattern();
        Effort.spend((long) COMPILE_STEPS * compiled.size() + (text.length() + 1L) * pattern.programSize() * STEPS);
        return pattern.matcher(text).find();
    }

    /** @throws CelEvaluationException when it is not valid, or too large */
    static void check(String expression) throws CelEvaluationException {
        var unused = compiled(expression);
    }

    private static Compiled compiled(String expression) throws CelEvaluationException {
        Compiled known = COMPILED.get(expression);
        if (known != null) {
            return known;
        }
        int size = RegexSize.of(expression);
        if (size > CostLimits.REGEX) {
            throw tooLarge();
        }
        Compiled compiled = new Compiled(parse(expression), size);
        if (compiled.pattern().programSize() > CostLimits.REGEX) {
            throw tooLarge();
        }
        if (COMPILED.size() >= KEPT) {
            COMPILED.clear();
        }
        COMPILED.put(expression, compiled);
        return compiled;
    }

    private static CelEvaluationException tooLarge() {
        return new CelEvaluationException("the regular expression has more than " + CostLimits.REGEX
                + " instructions, or is nested too deep; simplify it");
    }

    private static Pattern parse(String expression) throws CelEvaluationException {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new CelEvaluationException("the regular expression is not valid: " + e.getMessage(), e);
        }
    }
}
