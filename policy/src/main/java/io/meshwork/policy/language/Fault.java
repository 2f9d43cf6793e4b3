package io.meshwork.policy.language;

/**
 * What is wrong with an expression.
 *
 * @param offset where, in UTF-16 characters from the start of the expression
 * @param message what is wrong, in English
 * @param advice how to mend it
 */
public record Fault(int offset, String message, String advice) {}
