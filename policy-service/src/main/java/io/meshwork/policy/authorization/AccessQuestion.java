package io.meshwork.policy.authorization;

import io.meshwork.policy.access.AccessRequest;
import org.jspecify.annotations.Nullable;

/**
 * @param productId {@code domain.name}
 * @param team that is going to use the data, null when nobody knows; no rule asks for it
 */
public record AccessQuestion(
        String productId, AccessRequest request, @Nullable String team) {}
