package io.meshwork.policy.waiver;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The kept revisions of all waivers. Every method runs inside the caller's transaction. */
public interface WaiverVersions {

    /** The newest revisions of these waivers, by id, withdrawn and past ones included. */
    Map<String, WaiverVersion> newest(Collection<String> ids);

    void add(List<WaiverVersion> versions);
}
