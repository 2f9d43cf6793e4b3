package io.meshwork.policy.waiver;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What became of requests, for those who wait for it. */
public interface WaiverDecisions {

    /**
     * One that was kept.
     *
     * @param contentHash {@link WaiverRequest#contentHash} of what was asked for
     * @param setRevision of the set after the decision
     */
    record Kept(UUID requestId, String waiverId, long contentHash, long setRevision, Result result) {}

    /** A decision without the waiver. */
    sealed interface Result {

        record Granted(long revision) implements Result {}

        record Unchanged(long revision) implements Result {}

        record Withdrawn(long revision) implements Result {}

        record Refused(WaiverDecision.Refused refusal) implements Result {}
    }

    /** Inside the transaction that decides. */
    void keep(long setRevision, Map<WaiverRequest, WaiverDecision> decisions);

    Optional<Kept> find(UUID requestId);
}
