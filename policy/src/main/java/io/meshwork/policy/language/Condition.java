package io.meshwork.policy.language;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import io.meshwork.policy.language.Answer.Decided;
import io.meshwork.policy.language.Answer.Undecided;

/** A checked expression that says yes or no. Safe for use by many threads. */
public interface Condition {

    Answer ask(ProductFacts product);

    /** A condition that can be decided for no product, with the reason. */
    static Condition never(String reason) {
        Undecided undecided = new Undecided(reason);
        return product -> undecided;
    }

    /** An expression that was checked to be a {@code bool}. */
    static Condition of(Program program) {
        return product -> ask(program, product);
    }

    private static Answer ask(Program program, ProductFacts product) {
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
