package io.meshwork.policy.language;

import dev.cel.runtime.CelEvaluationException;
import java.util.Set;

/** A message to people: fixed, or made by an expression from the product it is about. Safe for use by many threads. */
public sealed interface Wording {

    /** Characters of a message; the rest is cut off. */
    int LONGEST = 500;

    String about(Situation situation);

    /** The facts that the message may depend on. */
    Set<Fact> reads();

    record Fixed(String text) implements Wording {

        @Override
        public String about(Situation situation) {
            return text;
        }

        @Override
        public Set<Fact> reads() {
            return Set.of();
        }
    }

    /**
     * @param otherwise what is said when the expression cannot be computed for a product
     */
    record Computed(Expression expression, String otherwise) implements Wording {

        @Override
        public String about(Situation situation) {
            try {
                return shorten(String.valueOf(expression.eval(situation)));
            } catch (CelEvaluationException e) {
                return otherwise + " (the message could not be computed: " + Reasons.of(e, situation.subject()) + ")";
            } catch (StackOverflowError e) {
                return otherwise + " (the message could not be computed: " + Reasons.TOO_DEEP + ")";
            } catch (RuntimeException e) {
                return otherwise + " (the message could not be computed: " + e.getMessage() + ")";
            }
        }

        @Override
        public Set<Fact> reads() {
            return expression.reads();
        }
    }

    private static String shorten(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return text.substring(0, end) + "…";
    }
}
