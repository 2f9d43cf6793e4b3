package io.meshwork.policy.language;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import dev.cel.common.CelOptions;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.RuntimeEquality;
import dev.cel.runtime.RuntimeHelpers;
import dev.cel.runtime.standard.AddOperator.AddOverload;
import dev.cel.runtime.standard.CelStandardOverload;
import dev.cel.runtime.standard.EqualsOperator.EqualsOverload;
import dev.cel.runtime.standard.InOperator.InOverload;
import dev.cel.runtime.standard.IndexOperator.IndexOverload;
import dev.cel.runtime.standard.NotEqualsOperator.NotEqualsOverload;
import java.util.List;
import java.util.Map;

/**
 * Keeps one evaluation short whatever a policy's author writes. CEL has no loops, but values can grow exponentially by
 * {@code [x].map(y, y + y)} in a row, and comparing such values takes as long; CEL's own limits do not see that.
 */
final class CostLimits implements CelRuntimeLibrary {

    /** Characters of an expression. */
    static final int EXPRESSION = 4_096;

    /** Nesting of an expression. */
    static final int DEPTH = 50;

    /** Rounds of all comprehensions of one evaluation; the largest possible contract has some 5,000 fields. */
    static final int ITERATIONS = 20_000;

    /** Instructions of a regular expression. */
    static final int REGEX = 2_000;

    /** Characters of a text, or items of a list, that an expression puts together. */
    static final int GROWTH = 8_192;

    /** Values that one comparison may touch. */
    static final int COMPARISON = 50_000;

    static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(EXPRESSION)
            .maxParseRecursionDepth(DEPTH)
            .comprehensionMaxIterations(ITERATIONS)
            .maxRegexProgramSize(REGEX)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    /** What is asked of the arguments of standard functions before they run. */
    private static final Map<CelStandardOverload, Check> BOUNDED = Map.of(
            AddOverload.ADD_STRING, CostLimits::checkGrowth,
            AddOverload.ADD_BYTES, CostLimits::checkGrowth,
            AddOverload.ADD_LIST, CostLimits::checkGrowth,
            EqualsOverload.EQUALS, CostLimits::checkComparison,
            NotEqualsOverload.NOT_EQUALS, CostLimits::checkComparison,
            InOverload.IN_LIST, CostLimits::checkComparison,
            InOverload.IN_MAP, (key, map) -> checkKey(key),
            IndexOverload.INDEX_MAP, (map, key) -> checkKey(key));

    /** Of two arguments. */
    @Immutable
    private interface Check {
        void of(Object first, Object second) throws CelEvaluationException;
    }

    /** The standard functions without those that are bounded here. */
    static CelStandardFunctions otherFunctions() {
        return CelStandardFunctions.newBuilder()
                .filterFunctions((function, overload) -> !BOUNDED.containsKey(overload))
                .build();
    }

    @Override
    public void setRuntimeOptions(CelRuntimeBuilder runtime) {
        RuntimeEquality equality = RuntimeEquality.create(RuntimeHelpers.create(), OPTIONS);
        BOUNDED.forEach((overload, check) ->
                runtime.addFunctionBindings(bounded(overload.newFunctionBinding(OPTIONS, equality), check)));
    }

    private static CelFunctionBinding bounded(CelFunctionBinding standard, Check check) {
        CelFunctionOverload function = standard.getDefinition();
        return CelFunctionBinding.from(standard.getOverloadId(), standard.getArgTypes(), args -> {
            check.of(args[0], args[1]);
            return function.apply(args);
        });
    }

    static void checkGrowth(Object a, Object b) throws CelEvaluationException {
        if (size(a) + size(b) > GROWTH) {
            throw tooMuch("it puts together a text or list of more than " + GROWTH + " parts");
        }
    }

    /** Of CEL's own kind, because CEL would write out the arguments of a function that fails with another. */
    private static CelEvaluationException tooMuch(String message) {
        return new CelEvaluationException(message);
    }

    private static int size(Object value) {
        return switch (value) {
            case CharSequence text -> text.length();
            case List<?> list -> list.size();
            default -> 0;
        };
    }

    private static void checkComparison(Object a, Object b) throws CelEvaluationException {
        if (isNested(a) || isNested(b)) {
            weigh(b, weigh(a, 0));
        }
    }

    /** Looking up a key hashes it. */
    private static void checkKey(Object key) throws CelEvaluationException {
        if (isNested(key)) {
            throw tooMuch("it looks up a list or a map as the key of a map");
        }
    }

    private static boolean isNested(Object value) {
        return value instanceof List || value instanceof Map;
    }

    private static int weigh(Object value, int before) throws CelEvaluationException {
        int weight = before + 1;
        if (weight > COMPARISON) {
            throw tooMuch("it compares lists of more than " + COMPARISON + " values");
        }
        for (Object part : parts(value)) {
            weight = weigh(part, weight);
        }
        return weight;
    }

    private static Iterable<?> parts(Object value) {
        return switch (value) {
            case List<?> list -> list;
            case Map<?, ?> map -> map.values();
            default -> ImmutableList.of();
        };
    }
}
