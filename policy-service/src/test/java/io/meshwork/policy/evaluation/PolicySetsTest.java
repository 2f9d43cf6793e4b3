package io.meshwork.policy.evaluation;

import static io.meshwork.policy.evaluation.Documents.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.policy.define.Origin;
import io.meshwork.policy.define.PolicyVersion;
import io.meshwork.policy.define.VersionsInMemory;
import io.meshwork.policy.inforce.SetRevision;
import io.meshwork.policy.judgement.Verdict;
import io.meshwork.policy.judgement.Verdict.Compliance;
import io.meshwork.policy.judgement.Waivers;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.model.Category;
import io.meshwork.policy.model.Enforcement;
import io.meshwork.policy.model.Rollout;
import io.meshwork.policy.model.Scope;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicySetsTest {

    private static final Facts CART = Facts.ofProduct("{\"name\": \"cart\"}");

    private final VersionsInMemory versions = new VersionsInMemory();
    private final PolicySets sets = new PolicySets(versions, set -> Waivers.none(), Documents.READER);

    @Test
    void setIsLoadedOncePerRevision() {
        versions.add(List.of(version("p", 1, policy("p", "global", "mandatory", "false"), false)));

        assertThat(sets.at(set(1))).isSameAs(sets.at(set(1)));
        assertThat(sets.at(set(1)).judge("sales.cart", CART).compliance()).isEqualTo(Compliance.VIOLATED);
    }

    @Test
    void newerRevisionIsLoaded() {
        versions.add(List.of(version("p", 1, policy("p", "global", "mandatory", "false"), false)));
        sets.at(set(1));
        versions.add(List.of(version("p", 2, policy("p", "global", "mandatory", "true"), false)));

        assertThat(sets.at(set(2)).judge("sales.cart", CART))
                .isEqualTo(new Verdict(2, Compliance.COMPLIANT, 1, List.of()));
    }

    @Test
    void withdrawnPolicyNoLongerJudges() {
        versions.add(List.of(version("p", 1, policy("p", "global", "mandatory", "false"), false)));
        versions.add(List.of(version("p", 2, policy("p", "global", "mandatory", "false"), true)));

        assertThat(sets.at(set(2)).judge("sales.cart", CART).policiesEvaluated())
                .isZero();
    }

    @Test
    void policyThatIsNoLongerUnderstoodStillCounts() {
        versions.add(List.of(version("old", 1, "apiVersion: from-the-past", false)));

        Verdict verdict = sets.at(set(1)).judge("sales.cart", CART);

        assertThat(verdict.compliance()).isEqualTo(Compliance.VIOLATED);
        assertThat(verdict.violations().getFirst().message())
                .contains("this version of the policy service does not understand the policy");
    }

    @Test
    void setOfThePastCanBeHadAgain() {
        versions.add(List.of(version("p", 1, policy("p", "global", "mandatory", "false"), false)));
        versions.add(List.of(version("p", 2, policy("p", "global", "mandatory", "true"), false)));

        assertThat(sets.past(set(1)).judge("sales.cart", CART).compliance()).isEqualTo(Compliance.VIOLATED);
        assertThat(sets.past(set(2)).judge("sales.cart", CART).compliance()).isEqualTo(Compliance.COMPLIANT);
    }

    private static SetRevision set(long number) {
        return new SetRevision(number, Instant.EPOCH);
    }

    private static PolicyVersion version(String id, long revision, String document, boolean withdrawn) {
        return new PolicyVersion(
                id,
                revision,
                revision,
                "A title",
                new Scope.Global(),
                Category.DOCUMENTATION,
                Rollout.always(Enforcement.MANDATORY),
                document,
                Origin.FILE,
                id + ".yaml",
                withdrawn,
                "policy-folder",
                Instant.EPOCH);
    }
}
