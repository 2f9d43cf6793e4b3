package io.meshwork.policy.evaluation;

import static io.meshwork.policy.evaluation.Documents.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.policy.define.Origin;
import io.meshwork.policy.define.PolicyVersion;
import io.meshwork.policy.define.VersionsInMemory;
import io.meshwork.policy.document.Category;
import io.meshwork.policy.document.Enforcement;
import io.meshwork.policy.document.Scope;
import io.meshwork.policy.judgement.Verdict;
import io.meshwork.policy.judgement.Verdict.Compliance;
import io.meshwork.policy.language.ProductFacts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicySetsTest {

    private static final ProductFacts CART = ProductFacts.parse("{\"name\": \"cart\"}");

    private final VersionsInMemory versions = new VersionsInMemory();
    private final PolicySets sets = new PolicySets(versions, Documents.READER);

    @Test
    void setIsLoadedOncePerRevision() {
        versions.add(1, List.of(version("p", 1, policy("p", "global", "mandatory", "false"), false)));

        assertThat(sets.at(1)).isSameAs(sets.at(1));
        assertThat(sets.at(1).judge("sales", CART).compliance()).isEqualTo(Compliance.VIOLATED);
    }

    @Test
    void newerRevisionIsLoaded() {
        versions.add(1, List.of(version("p", 1, policy("p", "global", "mandatory", "false"), false)));
        sets.at(1);
        versions.add(2, List.of(version("p", 2, policy("p", "global", "mandatory", "true"), false)));

        assertThat(sets.at(2).judge("sales", CART)).isEqualTo(new Verdict(2, Compliance.COMPLIANT, 1, List.of()));
    }

    @Test
    void withdrawnPolicyNoLongerJudges() {
        versions.add(1, List.of(version("p", 1, policy("p", "global", "mandatory", "false"), false)));
        versions.add(2, List.of(version("p", 2, policy("p", "global", "mandatory", "false"), true)));

        assertThat(sets.at(2).judge("sales", CART).policiesEvaluated()).isZero();
    }

    @Test
    void policyThatIsNoLongerUnderstoodStillCounts() {
        versions.add(1, List.of(version("old", 1, "apiVersion: from-the-past", false)));

        Verdict verdict = sets.at(1).judge("sales", CART);

        assertThat(verdict.compliance()).isEqualTo(Compliance.VIOLATED);
        assertThat(verdict.violations().getFirst().message())
                .contains("this version of the policy service does not understand the policy");
    }

    private static PolicyVersion version(String id, long revision, String document, boolean withdrawn) {
        return new PolicyVersion(
                id,
                revision,
                revision,
                "A title",
                new Scope.Global(),
                Category.DOCUMENTATION,
                Enforcement.MANDATORY,
                document,
                Origin.FILE,
                id + ".yaml",
                withdrawn,
                "policy-folder",
                Instant.EPOCH);
    }
}
