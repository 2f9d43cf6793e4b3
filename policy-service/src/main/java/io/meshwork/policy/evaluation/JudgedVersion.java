package io.meshwork.policy.evaluation;

import io.meshwork.policy.judgement.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version with its verdict.
 *
 * @param evaluatedAt of two verdicts of one set on one version the later counts
 * @param inputs the facts beyond the contract that were looked at, as JSON, so that the verdict can be computed again; null
 *     when there were none
 */
public record JudgedVersion(
        String productId,
        String version,
        Verdict verdict,
        Instant evaluatedAt,
        @Nullable String inputs) {

    public VersionId id() {
        return new VersionId(productId, version);
    }
}
