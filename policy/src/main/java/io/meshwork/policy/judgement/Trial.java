package io.meshwork.policy.judgement;

import io.meshwork.policy.language.Answer;
import io.meshwork.policy.language.Answer.Decided;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.language.Situation;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Enforcement;
import io.meshwork.policy.model.Policy;
import java.util.List;
import java.util.Map;

/**
 * A policy alone, as its tests see it: whatever its scope and stage, and without waivers.
 *
 * @param applies false when the policy has nothing to say about the product
 * @param violations one per violated rule
 */
public record Trial(boolean applies, List<Violation> violations) {

    /** @param parameters that differ from their defaults, by name */
    public static Trial of(Policy policy, Content.Rules rules, Map<String, Object> parameters, Facts facts) {
        PolicyInForce judge = PolicyInForce.of(new PolicyRevision(policy, 0), rules, Enforcement.MANDATORY)
                .with(parameters);
        Situation situation = judge.situation(facts);
        Answer applies = judge.applies(situation);
        if (applies == Decided.NO) {
            return new Trial(false, List.of());
        }
        List<Violation> found = judge.judge(applies, situation, null);
        return new Trial(true, found == null ? List.of() : found);
    }
}
