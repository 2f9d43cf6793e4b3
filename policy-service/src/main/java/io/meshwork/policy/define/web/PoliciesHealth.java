package io.meshwork.policy.define.web;

import io.meshwork.policy.define.PolicyVersions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** A service that never had a policy set judges nothing and is not ready; afterwards it stays ready. */
@Component("policies")
class PoliciesHealth implements HealthIndicator {

    private final PolicyVersions versions;
    private volatile boolean inForce;

    PoliciesHealth(PolicyVersions versions) {
        this.versions = versions;
    }

    @Override
    public Health health() {
        inForce = inForce || versions.setRevision() > 0;
        return inForce
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("policies", "no policy set is in force; see /api/v1/policies/problems")
                        .build();
    }
}
