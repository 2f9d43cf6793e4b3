package io.meshwork.policy.define.web;

import io.meshwork.policy.inforce.SetRevisions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** A service that never had a policy set judges nothing and is not ready; afterwards it stays ready. */
@Component("policies")
class PoliciesHealth implements HealthIndicator {

    private final SetRevisions sets;
    private volatile boolean inForce;

    PoliciesHealth(SetRevisions sets) {
        this.sets = sets;
    }

    @Override
    public Health health() {
        inForce = inForce || sets.current().number() > 0;
        return inForce
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("policies", "no policy set is in force; see /api/v1/policies/problems")
                        .build();
    }
}
