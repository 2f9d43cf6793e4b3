package io.meshwork.policy.language;

import dev.cel.runtime.CelEvaluationException;

/**
 * What one evaluation has cost so far. Counted, not timed: a verdict must be the same on a busy machine, and when it is replayed.
 */
final class Effort {

    private static final ThreadLocal<Effort> CURRENT = ThreadLocal.withInitial(Effort::new);

    private long steps;
    private long most = Subject.PRODUCT.limits().steps();

    private Effort() {}

    /** Something that is evaluated. */
    interface Evaluation {
        Object run() throws CelEvaluationException;
    }

    /** An evaluation within another one, such as that of a variable, has its own. */
    static Object of(Situation situation, Evaluation evaluation) throws CelEvaluationException {
        Effort effort = CURRENT.get();
        long outerSteps = effort.steps;
        long outerMost = effort.most;
        effort.steps = 0;
        effort.most = situation.budget();
        try {
            return evaluation.run();
        } catch (Spent e) {
            throw new CelEvaluationException(
                    "it takes more work than one " + situation.subject().text() + " is worth");
        } finally {
            situation.addSteps(effort.steps);
            effort.steps = outerSteps;
            effort.most = outerMost;
        }
    }

    /** Ends the evaluation when it has no steps left. */
    static void spend(long steps) {
        Effort effort = CURRENT.get();
        effort.steps += steps;
        if (effort.steps > effort.most) {
            throw new Spent();
        }
    }

    /** No exception, because CEL's loops catch these and go on, in case a later round decides. */
    private static final class Spent extends Error {

        private static final long serialVersionUID = 1;

        Spent() {
            super(null, null, false, false);
        }
    }
}
