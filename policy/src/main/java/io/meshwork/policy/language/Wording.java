package io.meshwork.policy.language;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;

/** A message to people: fixed, or made by an expression from the product it is about. Safe for use by many threads. */
public sealed interface Wording {

    /** Characters of a message; the rest is cut off. */
    int LONGEST = 500;

    String about(ProductFacts product);

    record Fixed(String text) implements Wording {

        @Override
        public String about(ProductFacts product) {
            return text;
        }
    }

    /**
     * @param otherwise what is said when the expression cannot be computed for a product
     */
    record Computed(Program program, String otherwise) implements Wording {

        @Override
        public String about(ProductFacts product) {
            try {
                return shorten(String.valueOf(program.eval(product.variables())));
            } catch (CelEvaluationException e) {
                return otherwise + " (the message could not be computed: " + Reasons.of(e) + ")";
            } catch (RuntimeException e) {
                return otherwise + " (the message could not be computed: " + e.getMessage() + ")";
            }
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
