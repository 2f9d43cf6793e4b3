package io.meshwork.notifier.product;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a product.
 *
 * @param code stable code: the policy, check or rule that speaks; empty when the message says it all
 * @param message what is wrong, in English
 * @param remedy how to mend it, null when there is nothing to add
 */
public record Finding(String code, String message, @Nullable String remedy) {}
