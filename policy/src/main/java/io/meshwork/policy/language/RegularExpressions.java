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

/** CEL's {@code matches}, with RE2 as there: CEL compiles the expression for every text, and never says what a match costs. */
final class RegularExpressions implements CelRuntimeLibrary {

    private static final int KEPT = 1_000;

    /** One character against one instruction. */
    private static final int STEPS = 30;

    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    @Override
    public void setRuntimeOptions(CelRuntimeBuilder runtime) {
        runtime.addFunctionBindings(CelFunctionBinding.fromOverloads(
                "matches",
                ImmutableList.of(
                        CelFunctionBinding.from("matches", String.class, String.class, RegularExpressions::matches),
                        CelFunctionBinding.from(
                                "matches_string", String.class, String.class, RegularExpressions::matches))));
    }

    private static boolean matches(String text, String expression) throws CelEvaluationException {
        Pattern pattern = pattern(expression);
        Effort.spend((text.length() + 1L) * pattern.programSize() * STEPS);
        return pattern.matcher(text).find();
    }

    private static Pattern pattern(String expression) throws CelEvaluationException {
        Pattern known = COMPILED.get(expression);
        if (known != null) {
            return known;
        }
        Effort.spend(1_000L * expression.length());
        Pattern pattern = compile(expression);
        if (pattern.programSize() > CostLimits.REGEX) {
            throw new CelEvaluationException(
                    "the regular expression has more than " + CostLimits.REGEX + " instructions; simplify it");
        }
        if (COMPILED.size() >= KEPT) {
            COMPILED.clear();
        }
        COMPILED.put(expression, pattern);
        return pattern;
    }

    private static Pattern compile(String expression) throws CelEvaluationException {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new CelEvaluationException("the regular expression is not valid: " + e.getMessage(), e);
        }
    }
}
