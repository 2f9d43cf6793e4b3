package io.meshwork.policy.language;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationListener;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.Program;
import java.util.Set;

/**
 * A checked expression.
 *
 * @param program what runs
 * @param tree what was written, for those who ask why
 * @param reads the facts it names
 */
record Expression(Program program, CelAbstractSyntaxTree tree, Set<Fact> reads) {

    Object eval(Situation situation) throws CelEvaluationException {
        return Effort.of(situation, () -> program.eval(situation));
    }

    /** @param listener told what each part came to */
    void trace(Situation situation, CelEvaluationListener listener) throws CelEvaluationException {
        if (program instanceof CelRuntime.Program traceable) {
            var unused = Effort.of(situation, () -> traceable.trace(situation, listener));
        }
    }
}
