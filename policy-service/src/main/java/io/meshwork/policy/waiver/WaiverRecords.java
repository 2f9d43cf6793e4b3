package io.meshwork.policy.waiver;

import io.meshwork.policy.inforce.SetRevision;
import io.meshwork.policy.judgement.Waivers;

/** The kept waivers. Every method runs inside the caller's transaction. */
public interface WaiverRecords {

    /** Those that belong to a revision of the set, at its moment. */
    Waivers inForceAt(SetRevision set);
}
