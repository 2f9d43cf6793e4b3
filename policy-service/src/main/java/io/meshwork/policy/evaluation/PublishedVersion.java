package io.meshwork.policy.evaluation;

/**
 * A version to judge.
 *
 * @param productId {@code domain.name}
 * @param domain that owns the product
 * @param revision of the product's state in the catalog
 * @param contract canonical JSON
 */
public record PublishedVersion(String productId, String version, String domain, long revision, String contract) {}
