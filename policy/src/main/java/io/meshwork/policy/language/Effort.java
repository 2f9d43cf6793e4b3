package io.meshwork.policy.language;

import dev.cel.runtime.CelEvaluationException;

/**
 * What one evaluation has cost so far. Counted, not timed: a verdict must be the same on a busy machine, and when it is replayed.
 */
final class Effort {

    /** A step takes at most about a nanosecond. */
    static final long MOST_STEPS = 250_000_000;

    private static final ThreadLocal<Effort> CURRENT = ThreadLocal.withInitial(Effort::new);

    private long steps;

    private Effort() {}

    /** Something that is evaluated. */
    interface Evaluation {
        Object run() throws CelEvaluationException;
    }

    /** An evaluation within another one, such as that of a variable, has its own. */
    static Object of(Evaluation evaluation) throws CelEvaluationException {
        Effort effort = CURRENT.get();
        long outer = effort.steps;
        effort.steps = 0;
        try {
            return evaluation.run();
        } finally {
            effort.steps = outer;
        }
    }

    /** @throws CelEvaluationException when the evaluation has no steps left */
    static void spend(long steps) throws CelEvaluationException {
        Effort effort = CURRENT.get();
        effort.steps += steps;
        if (effort.steps > MOST_STEPS) {
            throw new CelEvaluationException("it takes more work than one product is worth");
        }
    }
}
