package io.meshwork.policy.waiver;

/**
 * One thing that is wrong with a waiver as it was asked for.
 *
 * @param pointer JSON pointer (RFC 6901) into the waiver; empty when it is about the waiver as a whole
 * @param message what is wrong and how to mend it
 */
public record WaiverFault(String pointer, String message) {}
