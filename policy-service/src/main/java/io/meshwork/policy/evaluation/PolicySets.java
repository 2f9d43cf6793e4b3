package io.meshwork.policy.evaluation;

import io.meshwork.policy.define.PolicyVersion;
import io.meshwork.policy.define.PolicyVersions;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.PolicyReading;
import io.meshwork.policy.judgement.PolicyInForce;
import io.meshwork.policy.judgement.PolicySet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The set in force, compiled once per revision. The database says which revision that is, so that all replicas judge by the
 * same one; policies that did not change keep their compiled form.
 */
public final class PolicySets {

    private final PolicyVersions versions;
    private final PolicyReader reader;
    private volatile Loaded loaded = new Loaded(new PolicySet(0, List.of()), Map.of());

    private record Key(String id, long revision) {}

    private record Loaded(PolicySet set, Map<Key, PolicyInForce> policies) {}

    public PolicySets(PolicyVersions versions, PolicyReader reader) {
        this.versions = versions;
        this.reader = reader;
    }

    /** The set of this revision; call it inside the transaction that holds the revision's lock. */
    public PolicySet at(long revision) {
        Loaded current = loaded;
        if (current.set().revision() == revision) {
            return current.set();
        }
        Loaded newer = load(revision, current);
        loaded = newer;
        return newer.set();
    }

    private Loaded load(long revision, Loaded before) {
        Map<Key, PolicyInForce> policies = new HashMap<>();
        for (PolicyVersion version : versions.newest()) {
            if (!version.withdrawn()) {
                Key key = new Key(version.id(), version.revision());
                PolicyInForce known = before.policies().get(key);
                policies.put(key, known != null ? known : compile(version));
            }
        }
        return new Loaded(new PolicySet(revision, List.copyOf(policies.values())), policies);
    }

    private PolicyInForce compile(PolicyVersion version) {
        return switch (reader.read(version.document())) {
            case PolicyReading.Accepted(var policy) -> new PolicyInForce(policy, version.revision());
            case PolicyReading.Refused(var problems) -> Unreadable.policy(version, problems);
        };
    }
}
