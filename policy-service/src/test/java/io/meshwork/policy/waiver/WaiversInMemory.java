package io.meshwork.policy.waiver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Waivers for tests without a database. */
final class WaiversInMemory implements WaiverVersions {

    private final List<WaiverVersion> all = new ArrayList<>();

    @Override
    public Map<String, WaiverVersion> newest(Collection<String> ids) {
        Map<String, WaiverVersion> newest = new TreeMap<>();
        all.stream().filter(waiver -> ids.contains(waiver.id())).forEach(waiver -> newest.put(waiver.id(), waiver));
        return newest;
    }

    @Override
    public void add(List<WaiverVersion> versions) {
        all.addAll(versions);
    }
}
