package io.meshwork.policy.judgement;

import io.meshwork.policy.document.Enforcement;
import io.meshwork.policy.document.Policy;
import io.meshwork.policy.document.Rule;
import io.meshwork.policy.language.Answer;
import io.meshwork.policy.language.Answer.Decided;
import io.meshwork.policy.language.Answer.Undecided;
import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.ProductFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One revision of a policy, judging. */
public record PolicyInForce(Policy policy, long revision) {

    /** Does not belong to the policy; an undecided match is reported under this name. */
    private static final String MATCH = "match";

    boolean isMandatory() {
        return policy.enforcement() == Enforcement.MANDATORY;
    }

    /** Whether it applies; a policy of which that cannot be decided counts, so that nothing slips through. */
    Answer applies(ProductFacts product) {
        Condition match = policy.match();
        return match == null ? Decided.YES : match.ask(product);
    }

    /** Adds what the product violates to the list, which is made only when there is something to add. */
    @Nullable
    List<Violation> judge(Answer applies, ProductFacts product, @Nullable List<Violation> found) {
        if (applies instanceof Undecided(var reason)) {
            return add(found, violation(MATCH, "it could not be decided whether the policy applies: " + reason, null));
        }
        List<Violation> all = found;
        for (int i = 0; i < policy.rules().size(); i++) {
            Rule rule = policy.rules().get(i);
            all = switch (rule.condition().ask(product)) {
                case Decided decided when decided == Decided.YES -> all;
                case Decided no -> add(all, violation(rule.id(), rule.message().about(product), rule.remediation()));
                case Undecided(var reason) ->
                    add(all, violation(rule.id(), "the rule could not be decided: " + reason, rule.remediation()));
            };
        }
        return all;
    }

    private static List<Violation> add(@Nullable List<Violation> found, Violation violation) {
        List<Violation> all = found == null ? new ArrayList<>() : found;
        all.add(violation);
        return all;
    }

    private Violation violation(String rule, String message, @Nullable String remediation) {
        return new Violation(
                policy.id(),
                revision,
                rule,
                policy.category().text(),
                policy.enforcement().text(),
                message,
                remediation);
    }
}
