package io.meshwork.policy.judgement;

import static io.meshwork.policy.judgement.Policies.policy;
import static io.meshwork.policy.judgement.Policies.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.policy.judgement.Verdict.Compliance;
import io.meshwork.policy.language.Facts;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolicySetTest {

    private static final Facts CART =
            Facts.ofProduct("{\"domain\": \"sales\", \"name\": \"cart\", \"status\": \"production\"}");

    @Test
    void nothingToComplainAboutIsCompliant() {
        Verdict verdict = set(7, policy("named", "global", "mandatory", "product.name == 'cart'"))
                .judge("sales.cart", CART);

        assertThat(verdict).isEqualTo(new Verdict(7, Compliance.COMPLIANT, 1, java.util.List.of()));
    }

    @Test
    void mandatoryViolationsComeFirst() {
        Verdict verdict = set(
                        1,
                        policy("a-advice", "global", "advisory", "false"),
                        policy("z-duty", "global", "mandatory", "false"))
                .judge("sales.cart", CART);

        assertThat(verdict.compliance()).isEqualTo(Compliance.VIOLATED);
        assertThat(verdict.violations()).extracting(Violation::policyId).containsExactly("z-duty", "a-advice");
    }

    @Test
    void advisoryViolationOnlyWarns() {
        Verdict verdict =
                set(1, policy("advice", "global", "advisory", "false")).judge("sales.cart", CART);

        assertThat(verdict.compliance()).isEqualTo(Compliance.WARNINGS);
        assertThat(verdict.violations())
                .containsExactly(new Violation(
                        "advice",
                        1,
                        "the-rule",
                        "documentation",
                        "advisory",
                        "it is wrong",
                        "mend it",
                        null,
                        null,
                        false));
    }

    @Test
    void disabledPolicyDoesNotCount() {
        Verdict verdict = set(1, policy("off", "global", "disabled", "false")).judge("sales.cart", CART);

        assertThat(verdict).isEqualTo(new Verdict(1, Compliance.COMPLIANT, 0, java.util.List.of()));
    }

    @Test
    void domainPolicyJudgesOnlyItsDomain() {
        PolicySet set = set(
                1,
                policy("everywhere", "global", "mandatory", "true"),
                policy("sales-only", "domain:sales", "mandatory", "false"));

        assertThat(set.judge("sales.cart", CART).compliance()).isEqualTo(Compliance.VIOLATED);
        assertThat(set.judge("sales.cart", CART).policiesEvaluated()).isEqualTo(2);
        assertThat(set.judge("media.cart", CART).compliance()).isEqualTo(Compliance.COMPLIANT);
        assertThat(set.judge("media.cart", CART).policiesEvaluated()).isEqualTo(1);
    }

    @Test
    void matchLeavesOutOtherProducts() {
        String drafts = policy("drafts", "global", "mandatory", "false")
                .replace("  rules:", "  match: product.status == 'development'\n  rules:");

        assertThat(set(1, drafts).judge("sales.cart", CART).policiesEvaluated()).isZero();
    }

    @Test
    void undecidableRuleOfMandatoryPolicyIsNotCompliant() {
        Verdict verdict = set(1, policy("undecidable", "global", "mandatory", "product.classification == 'public'"))
                .judge("sales.cart", CART);

        assertThat(verdict.compliance()).isEqualTo(Compliance.VIOLATED);
        assertThat(verdict.violations().getFirst().message())
                .startsWith("the rule could not be decided: the product has no 'classification'");
        assertThat(verdict.violations()).allMatch(Violation::undecided);
    }

    @Test
    void undecidableMatchIsReported() {
        String undecidable = policy("undecidable", "global", "advisory", "true")
                .replace("  rules:", "  match: product.classification == 'public'\n  rules:");

        Verdict verdict = set(1, undecidable).judge("sales.cart", CART);

        assertThat(verdict.compliance()).isEqualTo(Compliance.WARNINGS);
        assertThat(verdict.violations().getFirst().rule()).isEqualTo("match");
    }

    @Test
    void violationsFitIntoOneEvent() {
        String[] documents = IntStream.range(0, 230)
                .mapToObj(i -> policy("p" + i, "global", "advisory", "false"))
                .toArray(String[]::new);

        Verdict verdict = set(1, documents).judge("sales.cart", CART);

        assertThat(verdict.violations()).hasSize(PolicySet.MOST_VIOLATIONS);
        assertThat(verdict.violations().getLast().message()).endsWith("(and 30 more violations that are not listed)");
    }
}
