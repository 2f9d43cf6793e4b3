package io.meshwork.contract.read.expression;

/**
 * What is wrong with an expression.
 *
 * @param line of the expression, from 1
 * @param column in characters, from 1
 * @param message what is wrong, in English
 * @param advice how to mend it
 */
public record Fault(int line, int column, String message, String advice) {

    /** For those who have no place to show it at. */
    @Override
    public String toString() {
        return "line %d, column %d of the expression: %s. %s".formatted(line, column, message, advice);
    }
}
