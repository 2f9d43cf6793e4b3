package io.meshwork.policy.access;

import io.meshwork.policy.access.DecisionRule.Applied;
import io.meshwork.policy.access.DecisionRule.Effect;
import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.Fact;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.language.Situation;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One policy's rules. Immutable; safe for use by many threads.
 *
 * @param attributeRules by id, without cycles
 * @param decisionRules in the order of the document
 */
public record AccessRules(Map<String, AttributeCondition> attributeRules, List<DecisionRule> decisionRules) {

    public AccessRules {
        attributeRules = Map.copyOf(attributeRules);
        decisionRules = List.copyOf(decisionRules);
    }

    /** The facts that a decision may depend on, beside the contract. */
    public Set<Fact> reads() {
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        for (DecisionRule rule : decisionRules) {
            Condition condition = rule.condition();
            if (condition != null) {
                facts.addAll(condition.reads());
            }
        }
        return facts;
    }

    /** The first rule that denies, or else the first that permits; empty when none applies. */
    public Optional<Applied> judge(AccessRequest request, Facts product) {
        Attributes attributes = Attributes.of(request, product);
        DerivedValues derived = new DerivedValues(attributeRules, attributes);
        Situation situation = new Situation(product.asked(request.principalFacts(), request.requestFacts()));
        return first(Effect.DENY, attributes, derived, situation)
                .or(() -> first(Effect.PERMIT, attributes, derived, situation));
    }

    private Optional<Applied> first(Effect effect, Attributes attributes, DerivedValues derived, Situation situation) {
        return decisionRules.stream()
                .filter(rule -> rule.effect() == effect)
                .flatMap(rule -> rule.applied(attributes, derived, situation).stream())
                .findFirst();
    }
}
