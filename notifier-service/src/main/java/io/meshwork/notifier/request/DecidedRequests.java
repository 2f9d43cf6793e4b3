package io.meshwork.notifier.request;

import java.util.Optional;
import java.util.UUID;

/** What became of requests, for those who wait for it. */
public interface DecidedRequests {

    /**
     * @param subject id of what the request was about
     * @param contentHash tells a repeated request from another one under the same idempotency key
     */
    record Decided(UUID requestId, String subject, long contentHash, Outcome outcome) {}

    /** Inside the transaction that decides. */
    void keep(Decided decided);

    Optional<Decided> find(UUID requestId);
}
