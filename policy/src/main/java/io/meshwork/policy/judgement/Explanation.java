package io.meshwork.policy.judgement;

import io.meshwork.policy.language.Answer;
import io.meshwork.policy.language.Answer.Decided;
import io.meshwork.policy.language.Answer.Undecided;
import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.Observation;
import io.meshwork.policy.language.Situation;
import io.meshwork.policy.model.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a policy says what it says of a product.
 *
 * @param enforcement mandatory or advisory, at that moment and for that domain
 * @param parameters as they were for that domain
 * @param applies holds, does not, or undecided
 * @param match what decided whether it applies
 * @param rules none when the policy does not apply
 */
public record Explanation(
        String policyId,
        long policyRevision,
        String title,
        String enforcement,
        Map<String, Object> parameters,
        Outcome applies,
        List<Observation> match,
        List<RuleExplanation> rules) {

    public enum Outcome {
        HOLDS,
        DOES_NOT_HOLD,
        UNDECIDED;

        private static Outcome of(Answer answer) {
            return switch (answer) {
                case Undecided undecided -> UNDECIDED;
                case Decided decided -> decided == Decided.YES ? HOLDS : DOES_NOT_HOLD;
            };
        }
    }

    /**
     * @param message what is wrong, or why it could not be decided; null when the rule holds
     * @param observations what the parts of the rule came to
     */
    public record RuleExplanation(
            String rule, Outcome outcome, @Nullable String message, List<Observation> observations) {}

    static Explanation of(PolicyInForce policy, Situation situation) {
        Answer applies = policy.applies(situation);
        Condition match = policy.rules().match();
        return new Explanation(
                policy.policy().id(),
                policy.revision(),
                policy.policy().title(),
                policy.enforcement().text(),
                new TreeMap<>(policy.parameters()),
                Outcome.of(applies),
                match == null ? List.of() : match.explain(situation),
                applies == Decided.YES
                        ? policy.rules().rules().stream()
                                .map(rule -> of(rule, situation))
                                .toList()
                        : List.of());
    }

    private static RuleExplanation of(Rule rule, Situation situation) {
        Answer answer = rule.condition().ask(situation);
        return new RuleExplanation(
                rule.id(),
                Outcome.of(answer),
                answer == Decided.YES ? null : PolicyInForce.message(rule, answer, situation),
                rule.condition().explain(situation));
    }
}
