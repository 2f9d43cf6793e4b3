package io.meshwork.policy.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A version to judge.
 *
 * @param productId {@code domain.name}
 * @param domain that owns the product
 * @param revision of the product's state in the catalog
 * @param contract canonical JSON
 * @param previousVersion null for a first version
 * @param changes what changed since then, as a JSON list of {@code kind, impact, path, before, after, reason}
 */
public record PublishedVersion(
        String productId,
        String version,
        String domain,
        long revision,
        String contract,
        @Nullable String previousVersion,
        String changes) {

    public VersionId id() {
        return new VersionId(productId, version);
    }
}
