package io.meshwork.policy.judgement;

import io.meshwork.policy.language.Answer;
import io.meshwork.policy.language.Answer.Decided;
import io.meshwork.policy.language.Answer.Undecided;
import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.language.Situation;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Enforcement;
import io.meshwork.policy.model.Parameter;
import io.meshwork.policy.model.Policy;
import io.meshwork.policy.model.Rule;
import io.meshwork.policy.model.Rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a policy, judging.
 *
 * @param enforcement at the moment of the set, or as a domain tightened it
 * @param parameters values by name, as the domain tightened them
 */
record PolicyInForce(
        Policy policy, Content.Rules rules, long revision, Enforcement enforcement, Map<String, Object> parameters) {

    static PolicyInForce of(PolicyRevision revision, Content.Rules rules, Enforcement enforcement) {
        Map<String, Object> defaults = new HashMap<>();
        rules.parameters().forEach(parameter -> defaults.put(parameter.name(), parameter.value()));
        return new PolicyInForce(revision.policy(), rules, revision.revision(), enforcement, Map.copyOf(defaults));
    }

    /** What a value that the policy no longer allows was meant for is judged by the policy's own. */
    PolicyInForce tightened(Content.Tightening tightening, Enforcement atLeast) {
        Map<String, Object> values = new HashMap<>(parameters);
        for (Parameter parameter : rules.parameters()) {
            Object chosen = tightening.values().get(parameter.name());
            if (chosen != null && parameter.refuses(chosen).isEmpty()) {
                values.put(parameter.name(), parameter.typed(chosen));
            }
        }
        return new PolicyInForce(
                policy, rules, revision, Enforcement.stricter(enforcement, atLeast), Map.copyOf(values));
    }

    /** Without asking whether anybody may choose these values. */
    PolicyInForce with(Map<String, Object> others) {
        Map<String, Object> values = new HashMap<>(parameters);
        values.putAll(others);
        return new PolicyInForce(policy, rules, revision, enforcement, Map.copyOf(values));
    }

    boolean isMandatory() {
        return enforcement == Enforcement.MANDATORY;
    }

    Situation situation(Facts facts) {
        return new Situation(facts, parameters, rules.variables());
    }

    /** Whether it applies; a policy of which that cannot be decided counts, so that nothing slips through. */
    Answer applies(Situation situation) {
        Condition match = rules.match();
        return match == null ? Decided.YES : match.ask(situation);
    }

    /** Adds what the product violates to the list, which is made only when there is something to add. */
    @Nullable
    List<Violation> judge(Answer applies, Situation situation, @Nullable List<Violation> found) {
        if (applies instanceof Undecided(var reason)) {
            return add(
                    found,
                    violation(
                            Violation.MATCH,
                            "it could not be decided whether the policy applies: " + reason,
                            null,
                            true));
        }
        List<Violation> all = found;
        for (int i = 0; i < rules.rules().size(); i++) {
            Rule rule = rules.rules().get(i);
            Answer answer = rule.condition().ask(situation);
            if (answer != Decided.YES) {
                all = add(all, violation(rule, message(rule, answer, situation), answer instanceof Undecided));
            }
        }
        return all;
    }

    static String message(Rule rule, Answer answer, Situation situation) {
        return switch (answer) {
            case Undecided(var reason) -> "the rule could not be decided: " + reason;
            case Decided decided -> rule.message().about(situation);
        };
    }

    private static List<Violation> add(@Nullable List<Violation> found, Violation violation) {
        List<Violation> all = found == null ? new ArrayList<>() : found;
        all.add(violation);
        return all;
    }

    private Violation violation(Rule rule, String message, boolean undecided) {
        Violation violation = violation(rule.id(), message, rule.remediation(), undecided);
        return rule.severity() == Severity.WARNING ? violation.with(Enforcement.ADVISORY) : violation;
    }

    private Violation violation(String rule, String message, @Nullable String remediation, boolean undecided) {
        return new Violation(
                policy.id(),
                revision,
                rule,
                policy.category().text(),
                enforcement.text(),
                message,
                remediation,
                null,
                null,
                undecided);
    }
}
