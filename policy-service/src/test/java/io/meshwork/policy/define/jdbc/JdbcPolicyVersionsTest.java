package io.meshwork.policy.define.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.policy.PolicyTables;
import io.meshwork.policy.define.Origin;
import io.meshwork.policy.define.PolicyVersion;
import io.meshwork.policy.model.Category;
import io.meshwork.policy.model.Enforcement;
import io.meshwork.policy.model.Rollout;
import io.meshwork.policy.model.Rollout.Stage;
import io.meshwork.policy.model.Scope;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcPolicyVersionsTest {

    private static JdbcClient jdbc;

    private final JdbcPolicyVersions versions = new JdbcPolicyVersions(jdbc);

    @BeforeAll
    static void migrate() {
        jdbc = JdbcClient.create(PolicyTables.in("versions"));
    }

    @BeforeEach
    void clear() {
        jdbc.sql("truncate policy_version").update();
    }

    @Test
    void startsWithoutPolicies() {
        assertThat(versions.newest()).isEmpty();
    }

    @Test
    void newestRevisionOfEachPolicyCounts() {
        versions.add(List.of(version("a", 1, 1, false), version("b", 1, 1, false)));
        versions.add(List.of(version("a", 2, 2, false)));

        assertThat(versions.newest()).containsExactly(version("a", 2, 2, false), version("b", 1, 1, false));
        assertThat(versions.find("a")).contains(version("a", 2, 2, false));
    }

    @Test
    void policiesOfThePastAreKept() {
        versions.add(List.of(version("a", 1, 1, false), version("b", 1, 2, false)));
        versions.add(List.of(version("a", 2, 3, false)));

        assertThat(versions.asOf(1)).containsExactly(version("a", 1, 1, false));
        assertThat(versions.asOf(2)).containsExactly(version("a", 1, 1, false), version("b", 1, 2, false));
    }

    @Test
    void withdrawnPoliciesAreNotListed() {
        versions.add(List.of(version("a", 1, 1, false), version("b", 1, 1, false), version("c", 1, 1, false)));
        versions.add(List.of(version("b", 2, 2, true)));

        assertThat(versions.page(null, 10)).extracting(PolicyVersion::id).containsExactly("a", "c");
        assertThat(versions.page("a", 1)).extracting(PolicyVersion::id).containsExactly("c");
        assertThat(versions.newest()).extracting(PolicyVersion::withdrawn).containsExactly(false, true, false);
    }

    private static PolicyVersion version(String id, long revision, long setRevision, boolean withdrawn) {
        return new PolicyVersion(
                id,
                revision,
                setRevision,
                "A title",
                new Scope.Domain("sales"),
                Category.PRIVACY,
                new Rollout(
                        Enforcement.ADVISORY,
                        List.of(new Stage(Instant.parse("2027-01-31T06:00:00Z"), Enforcement.MANDATORY))),
                "it's: yaml",
                Origin.REQUEST,
                "git",
                withdrawn,
                "ada",
                Instant.parse("2026-01-01T12:00:00.123456Z"));
    }
}
