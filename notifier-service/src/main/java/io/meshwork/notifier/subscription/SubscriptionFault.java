package io.meshwork.notifier.subscription;

/**
 * One thing that is wrong with a subscription as it was asked for.
 *
 * @param pointer JSON pointer (RFC 6901) into the subscription; empty when it is about the subscription as a whole
 * @param message what is wrong and how to mend it
 */
public record SubscriptionFault(String pointer, String message) {}
