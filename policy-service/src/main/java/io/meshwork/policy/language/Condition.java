package io.meshwork.policy.language;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import io.meshwork.policy.language.Answer.Decided;
import io.meshwork.policy.language.Answer.Undecided;

/** A checked expression that says yes or no. Safe for use by many threads. */
public final class Condition {

    private final Program program;

    Condition(Program program) {
        this.program = program;
    }

    public Answer ask(ProductFacts product) {
        try {
            return Boolean.TRUE.equals(program.eval(product.variables())) ? Decided.YES : Decided.NO;
        } catch (CelEvaluationException e) {
            return new Undecided(Reasons.of(e));
        } catch (RuntimeException e) {
            // a value of another type than the model says; it must cost this rule its answer, not the whole batch
            return new Undecided("the contract holds a value of an unexpected type: " + e.getMessage());
        }
    }
}
