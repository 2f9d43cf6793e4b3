package io.meshwork.policy.define;

import java.util.List;

/** The kept revisions of all policies. Every method runs inside the caller's transaction. */
public interface PolicyVersions {

    /** Lets nobody else judge or change until the transaction ends; returns the revision of the set, 0 before the first. */
    long lockForChange();

    /** Lets nobody change the set until the transaction ends; returns its revision, 0 before the first. */
    long lockForJudging();

    /** Revision of the set right now, without a lock. */
    long setRevision();

    /** The newest revision of each policy, withdrawn ones included, by id. */
    List<PolicyVersion> newest();

    /** Adds revisions and makes theirs the revision of the set. */
    void add(long setRevision, List<PolicyVersion> versions);
}
