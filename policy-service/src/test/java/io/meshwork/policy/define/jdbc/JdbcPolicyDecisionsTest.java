package io.meshwork.policy.define.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.security.Caller;
import io.meshwork.policy.PolicyTables;
import io.meshwork.policy.define.PolicyDecision.Refused;
import io.meshwork.policy.define.PolicyDecisions.Kept;
import io.meshwork.policy.define.PolicyDecisions.Result;
import io.meshwork.policy.define.PolicyRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcPolicyDecisionsTest {

    /** What is refused may have anything in it. */
    @Test
    void refusalOfAnIdThatPostgresCannotKeepIsKeptWithoutItsZeroCharacters() {
        PolicyRequest request = new PolicyRequest(
                UUID.randomUUID(), "p\0", null, "from\0somewhere", new Caller.Unproven("ada", "no token"));
        JdbcPolicyDecisions decisions = new JdbcPolicyDecisions(JdbcClient.create(PolicyTables.in("decisions")));

        decisions.keep(7, Map.of(request, new Refused("policy.unknown", "there is no policy 'p\0'", List.of())));

        assertThat(request.source()).isEqualTo("fromsomewhere");
        assertThat(decisions.find(request.id()))
                .contains(new Kept(
                        request.id(),
                        "p",
                        0,
                        7,
                        new Result.Refused(new Refused("policy.unknown", "there is no policy 'p'", List.of()))));
    }
}
