package io.meshwork.policy.access;

import io.meshwork.policy.language.Answer;
import io.meshwork.policy.language.Answer.Decided;
import io.meshwork.policy.language.Answer.Undecided;
import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.Situation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Permits or denies what it applies to; it applies when all its conditions hold.
 *
 * @param id unique inside the policy
 * @param attributes null when it asks for none
 * @param condition in CEL, null when it has none
 */
public record DecisionRule(
        String id,
        Effect effect,
        @Nullable AttributeCondition attributes,
        @Nullable Condition condition) {

    /** As Purview spells them. */
    public enum Effect {
        PERMIT("Permit"),
        DENY("Deny");

        private final String text;

        Effect(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /**
     * A rule that applies.
     *
     * @param undecided why its condition could not be decided, null when it could
     */
    public record Applied(DecisionRule rule, @Nullable String undecided) {}

    /** In doubt, a rule denies and does not permit. */
    Optional<Applied> applied(Attributes values, DerivedValues derived, Situation situation) {
        if (attributes != null && !attributes.holds(values, derived)) {
            return Optional.empty();
        }
        Answer answer = condition == null ? Decided.YES : condition.ask(situation);
        return switch (answer) {
            case Decided decided -> decided == Decided.YES ? Optional.of(new Applied(this, null)) : Optional.empty();
            case Undecided(var reason) ->
                effect == Effect.DENY ? Optional.of(new Applied(this, reason)) : Optional.empty();
        };
    }
}
