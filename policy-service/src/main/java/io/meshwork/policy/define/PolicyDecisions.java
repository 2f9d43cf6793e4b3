package io.meshwork.policy.define;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What became of requests, for those who wait for it. */
public interface PolicyDecisions {

    /**
     * One that was kept.
     *
     * @param contentHash {@link PolicyRequest#contentHash} of what was asked for
     * @param setRevision of the set after the decision
     */
    record Kept(UUID requestId, String policyId, long contentHash, long setRevision, Result result) {}

    /** A decision without the document. */
    sealed interface Result {

        record Changed(long policyRevision) implements Result {}

        record Unchanged(long policyRevision) implements Result {}

        record Refused(PolicyDecision.Refused refusal) implements Result {}
    }

    /** Inside the transaction that decides. */
    void keep(long setRevision, Map<PolicyRequest, PolicyDecision> decisions);

    Optional<Kept> find(UUID requestId);
}
