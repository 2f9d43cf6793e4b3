package io.meshwork.policy.language;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelOptions;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.Map;

/**
 * Keeps one evaluation short whatever a policy's author writes. CEL has no loops, but values can grow exponentially by
 * {@code [x].map(y, y + y)} in a row, and comparing such values takes as long; CEL's own limits do not see that.
 */
final class CostLimits {

    /** Characters of an expression. */
    static final int EXPRESSION = 4_096;

    /** Nesting of an expression. */
    static final int DEPTH = 50;

    /** Rounds of all comprehensions of one evaluation about a product; the largest possible contract has some 5,000 fields. */
    static final int ITERATIONS = 20_000;

    /** Parts of what is done in each round. */
    static final int LOOP = 300;

    /** Instructions of a regular expression. */
    static final int REGEX = 2_000;

    /** Characters of a text, or items of a list, that an expression puts together. */
    static final int GROWTH = 8_192;

    /** Values that one comparison may touch. */
    static final int COMPARISON = 50_000;

    static final CelOptions OPTIONS = options(ITERATIONS);

    /** To call a function, whatever it does, with its share of the round of a loop. */
    private static final int CALL_STEPS = 3_000;

    /** To compare a value with another one. */
    private static final int COMPARISON_STEPS = 20;

    /** For the memory that a character, or an item of a list, takes that is put to others. */
    private static final int GROWTH_STEPS = 200;

    /** To copy a character, or an item into a list of them. */
    private static final int COPY_STEPS = 10;

    /** To make a text of a character. */
    private static final int SPLIT_STEPS = 200;

    private CostLimits() {}

    static CelOptions options(int iterations) {
        return CelOptions.current()
                .maxExpressionCodePointSize(EXPRESSION)
                .maxParseRecursionDepth(DEPTH)
                .comprehensionMaxIterations(iterations)
                .maxRegexProgramSize(REGEX)
                .enableHeterogeneousNumericComparisons(true)
                .build();
    }

    /**
     * Before a function runs. What it throws is of CEL's own kind, because CEL would write out the arguments of a function that
     * fails with another.
     */
    static void check(String function, Object[] args) throws CelEvaluationException {
        Effort.spend(CALL_STEPS);
        switch (function) {
            case "_+_" -> checkGrowth(args[0], args[1]);
            case "_==_", "_!=_" -> checkComparison(args[0], args[1]);
            case "@in" -> {
                if (args[1] instanceof Map) {
                    checkKey(args[0]);
                } else {
                    checkComparison(args[0], args[1]);
                }
            }
            case "_[_]" -> checkKey(args[1]);
            // in the worst case, the one is sought at every place of the other
            case "contains", "indexOf", "lastIndexOf" -> Effort.spend(textSize(args[0]) * (textSize(args[1]) + 1));
            case "split" -> Effort.spend(textSize(args[0]) * SPLIT_STEPS);
            default -> {
                long size = 0;
                for (Object arg : args) {
                    size += textSize(arg);
                }
                Effort.spend(size * COPY_STEPS);
            }
        }
    }

    private static void checkGrowth(Object a, Object b) throws CelEvaluationException {
        boolean list = a instanceof List;
        checkAppend(list ? size(a) : 0, list ? size(b) : size(a) + size(b));
    }

    /** @param before what is there already, and not copied */
    static void checkAppend(long before, long more) throws CelEvaluationException {
        if (before + more > GROWTH) {
            throw new CelEvaluationException("it puts together a text or list of more than " + GROWTH + " parts");
        }
        Effort.spend(GROWTH_STEPS * more);
    }

    private static long size(Object value) {
        return value instanceof List<?> list ? list.size() : textSize(value);
    }

    private static long textSize(Object value) {
        return switch (value) {
            case CharSequence text -> text.length();
            case CelByteString bytes -> bytes.size();
            default -> 0;
        };
    }

    private static void checkComparison(Object a, Object b) throws CelEvaluationException {
        Effort.spend(COMPARISON_STEPS * weigh(b, weigh(a, 0)));
    }

    /** Looking up a key hashes it. */
    private static void checkKey(Object key) throws CelEvaluationException {
        if (key instanceof List || key instanceof Map) {
            throw new CelEvaluationException("it looks up a list or a map as the key of a map");
        }
    }

    private static long weigh(Object value, long before) throws CelEvaluationException {
        long weight = before + 1 + textSize(value) / COMPARISON_STEPS;
        if (weight > COMPARISON) {
            throw new CelEvaluationException("it compares more than " + COMPARISON + " values");
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
