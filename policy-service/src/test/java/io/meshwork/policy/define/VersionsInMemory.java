package io.meshwork.policy.define;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Policy versions for tests without a database. */
public final class VersionsInMemory implements PolicyVersions {

    private final List<PolicyVersion> all = new ArrayList<>();

    @Override
    public List<PolicyVersion> newest() {
        return asOf(Long.MAX_VALUE);
    }

    @Override
    public List<PolicyVersion> asOf(long setRevision) {
        TreeMap<String, PolicyVersion> newest = new TreeMap<>();
        all.stream()
                .filter(version -> version.setRevision() <= setRevision)
                .forEach(version -> newest.put(version.id(), version));
        return List.copyOf(newest.values());
    }

    @Override
    public void add(List<PolicyVersion> versions) {
        all.addAll(versions);
    }
}
