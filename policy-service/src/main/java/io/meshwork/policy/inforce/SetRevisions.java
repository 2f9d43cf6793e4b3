package io.meshwork.policy.inforce;

import java.util.Optional;

/** Which revision of the set is in force. Every method runs inside the caller's transaction. */
public interface SetRevisions {

    /** Lets nobody else judge or change until the transaction ends. */
    SetRevision lockForChange();

    /** Lets nobody change the set until the transaction ends. */
    SetRevision lockForJudging();

    /** The one right now, without a lock. */
    SetRevision current();

    /** One of the past; empty when there never was one. */
    Optional<SetRevision> find(long number);

    /** Brings the next one into force; under the lock for changes. */
    void add(SetRevision next);
}
