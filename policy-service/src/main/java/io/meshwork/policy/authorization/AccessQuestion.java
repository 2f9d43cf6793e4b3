package io.meshwork.policy.authorization;

import io.meshwork.policy.access.AccessRequest;

/** @param productId {@code domain.name} */
public record AccessQuestion(String productId, AccessRequest request) {}
