package io.meshwork.policy.define;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Policy versions for tests without a database. */
public final class VersionsInMemory implements PolicyVersions {

    private final List<PolicyVersion> all = new ArrayList<>();
    private long setRevision;

    @Override
    public long lockForChange() {
        return setRevision;
    }

    @Override
    public long lockForJudging() {
        return setRevision;
    }

    @Override
    public long setRevision() {
        return setRevision;
    }

    @Override
    public List<PolicyVersion> newest() {
        TreeMap<String, PolicyVersion> newest = new TreeMap<>();
        all.forEach(version -> newest.put(version.id(), version));
        return List.copyOf(newest.values());
    }

    @Override
    public void add(long revision, List<PolicyVersion> versions) {
        setRevision = revision;
        all.addAll(versions);
    }
}
