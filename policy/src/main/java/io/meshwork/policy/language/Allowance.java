package io.meshwork.policy.language;

/** Work that may still be done; several situations may draw on one. Not for use by several threads. */
public final class Allowance {

    /** For each character of an expression; measured, on a machine that has done little of it yet. */
    private static final long COMPILE_STEPS = 20_000;

    private long steps;

    private Allowance(long steps) {
        this.steps = steps;
    }

    /** For one judgement of a product, or for one team's filters and the news that are decided together. */
    static Allowance of(Subject subject) {
        return new Allowance(subject.limits().allSteps());
    }

    /** For one team's filters and the news that are decided together. */
    public static Allowance ofUpdates() {
        return of(Subject.UPDATE);
    }

    /**
     * Charges what it takes to compile an expression; the last one may take more than there is.
     *
     * @return whether there was anything left
     */
    public boolean paysFor(String expression) {
        if (steps <= 0) {
            return false;
        }
        steps -= COMPILE_STEPS * expression.length();
        return true;
    }

    /** Steps that are left. */
    long left() {
        return steps;
    }

    void take(long used) {
        steps -= used;
    }
}
