package io.meshwork.policy.evaluation;

import io.meshwork.policy.define.PolicyVersion;
import io.meshwork.policy.define.PolicyVersions;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.PolicyReading;
import io.meshwork.policy.inforce.SetRevision;
import io.meshwork.policy.judgement.PolicyRevision;
import io.meshwork.policy.judgement.PolicySet;
import io.meshwork.policy.judgement.Waivers;
import io.meshwork.policy.waiver.WaiverRecords;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The set in force, compiled once per revision. The database says which revision that is, so that all replicas judge by the
 * same one; policies that did not change keep their compiled form.
 */
public final class PolicySets {

    private final PolicyVersions versions;
    private final WaiverRecords waivers;
    private final PolicyReader reader;
    private volatile Loaded loaded = new Loaded(new PolicySet(0, Instant.EPOCH, List.of(), Waivers.none()), Map.of());

    private record Key(String id, long revision) {}

    private record Loaded(PolicySet set, Map<Key, PolicyRevision> policies) {}

    public PolicySets(PolicyVersions versions, WaiverRecords waivers, PolicyReader reader) {
        this.versions = versions;
        this.waivers = waivers;
        this.reader = reader;
    }

    /** The set in force; call it inside the transaction that holds the revision's lock. */
    public PolicySet at(SetRevision revision) {
        Loaded current = loaded;
        if (current.set().revision() == revision.number()) {
            return current.set();
        }
        Loaded newer = load(revision, versions.newest(), waivers.inForceAt(revision), current.policies());
        loaded = newer;
        return newer.set();
    }

    /** The set in force, for those who hold no lock. */
    public PolicySet present(SetRevision revision) {
        PolicySet current = loaded.set();
        return current.revision() == revision.number() ? current : past(revision);
    }

    /** A set of the past. */
    public PolicySet past(SetRevision revision) {
        return load(revision, versions.asOf(revision.number()), waivers.inForceAt(revision), loaded.policies())
                .set();
    }

    private Loaded load(
            SetRevision revision, List<PolicyVersion> all, Waivers excused, Map<Key, PolicyRevision> before) {
        Map<Key, PolicyRevision> policies = new HashMap<>();
        for (PolicyVersion version : all) {
            if (!version.withdrawn()) {
                Key key = new Key(version.id(), version.revision());
                PolicyRevision known = before.get(key);
                policies.put(key, known != null ? known : compile(version));
            }
        }
        return new Loaded(
                new PolicySet(revision.number(), revision.asOf(), List.copyOf(policies.values()), excused), policies);
    }

    private PolicyRevision compile(PolicyVersion version) {
        return switch (reader.read(version.document())) {
            case PolicyReading.Accepted(var policy, var tests) -> new PolicyRevision(policy, version.revision());
            case PolicyReading.Refused(var problems) -> Unreadable.policy(version, problems);
        };
    }
}
