package io.meshwork.policy.define;

import java.util.List;

/** The kept revisions of all policies. Every method runs inside the caller's transaction. */
public interface PolicyVersions {

    /** The newest revision of each policy, withdrawn ones included, by id. */
    List<PolicyVersion> newest();

    /** Like {@link #newest}, as it was under an earlier revision of the set. */
    List<PolicyVersion> asOf(long setRevision);

    void add(List<PolicyVersion> versions);
}
