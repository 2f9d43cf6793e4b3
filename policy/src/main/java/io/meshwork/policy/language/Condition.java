package io.meshwork.policy.language;

import dev.cel.runtime.CelEvaluationException;
import io.meshwork.policy.language.Answer.Decided;
import io.meshwork.policy.language.Answer.Undecided;
import java.util.List;
import java.util.Set;

/** A checked expression that says yes or no. Safe for use by many threads. */
public sealed interface Condition {

    Answer ask(Situation situation);

    /** The facts that the answer may depend on. */
    Set<Fact> reads();

    /** What its parts came to, in the order of the expression, for someone who asks why. */
    List<Observation> explain(Situation situation);

    /** A condition that can be decided for no product, with the reason. */
    static Condition never(String reason) {
        return new Never(new Undecided(reason));
    }

    /** @param expression checked to be a {@code bool} */
    record Checked(Expression expression) implements Condition {

        @Override
        public Answer ask(Situation situation) {
            try {
                return Boolean.TRUE.equals(expression.eval(situation)) ? Decided.YES : Decided.NO;
            } catch (CelEvaluationException e) {
                return new Undecided(Reasons.of(e, situation.subject()));
            } catch (Situation.VariableUndecided e) {
                return new Undecided(String.valueOf(e.getMessage()));
            } catch (StackOverflowError e) {
                return new Undecided(Reasons.TOO_DEEP);
            } catch (RuntimeException e) {
                // a value of another type than the model says; it must cost this rule its answer, not the whole batch
                return new Undecided("the " + situation.subject().text() + " holds a value of an unexpected type: "
                        + e.getMessage());
            }
        }

        @Override
        public Set<Fact> reads() {
            return expression.reads();
        }

        @Override
        public List<Observation> explain(Situation situation) {
            return Observer.watch(expression, situation);
        }
    }

    /** Of a policy that cannot be understood. */
    record Never(Undecided answer) implements Condition {

        @Override
        public Answer ask(Situation situation) {
            return answer;
        }

        @Override
        public Set<Fact> reads() {
            return Set.of();
        }

        @Override
        public List<Observation> explain(Situation situation) {
            return List.of();
        }
    }
}
