package io.meshwork.notifier.subscription;

import java.util.Optional;
import java.util.UUID;

/** What became of requests, for those who wait for it. */
public interface SubscriptionDecisions {

    /**
     * One that was kept.
     *
     * @param contentHash {@link SubscriptionOrder#contentHash} of what was asked for
     */
    record Kept(UUID requestId, String subscriptionId, long contentHash, Result result) {}

    /** A decision without the subscription. */
    sealed interface Result {
        record Changed(long revision) implements Result {}

        record Unchanged(long revision) implements Result {}

        record Tested(long revision, TestMessage.Told told) implements Result {}

        record Refused(SubscriptionDecision.Refused refusal) implements Result {}
    }

    /** Inside the transaction that decides. */
    void keep(Kept kept);

    Optional<Kept> find(UUID requestId);
}
