package io.meshwork.policy.document;

import io.meshwork.contract.read.document.Mark;
import io.meshwork.policy.access.AccessRequest;
import io.meshwork.policy.access.DecisionRule.Applied;
import io.meshwork.policy.access.DecisionRule.Effect;
import io.meshwork.policy.judgement.Trial;
import io.meshwork.policy.judgement.Violation;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An example product with what the policy is expected to say about it.
 *
 * @param at where it was written
 * @param pointer to it, as of RFC 6901
 * @param parameters that differ from their defaults, by name
 */
public record PolicyTest(
        String name, Mark at, String pointer, Facts facts, Map<String, Object> parameters, Expectation expectation) {

    public PolicyTest {
        parameters = Map.copyOf(parameters);
    }

    /** What the policy should say. */
    public sealed interface Expectation {

        /**
         * Of an access policy.
         *
         * @param rule that decides, {@link #NO_RULE} for none; null when it does not matter
         */
        record Decides(
                AccessRequest request,
                boolean permitted,
                @Nullable String rule) implements Expectation {

            static final String NO_RULE = "none";
        }

        /** The policy does not apply. */
        record Exempt() implements Expectation {}

        /** @param rules ids of all that are violated; none for a compliant product */
        record Violates(List<String> rules) implements Expectation {

            public Violates {
                rules = List.copyOf(rules);
            }
        }
    }

    /** What is wrong with the policy, or with the test; empty when the test passes. */
    public Optional<String> run(Policy policy) {
        return switch (expectation) {
            case Expectation.Exempt() -> judged(policy, "exempt");
            case Expectation.Violates(var rules) -> judged(policy, text(rules));
            case Expectation.Decides decides -> decided(policy, decides);
        };
    }

    private Optional<String> judged(Policy policy, String expected) {
        if (!(policy.content() instanceof Content.Rules rules)) {
            return Optional.empty();
        }
        Trial trial = Trial.of(policy, rules, parameters, facts);
        String actual = text(trial);
        return expected.equals(actual)
                ? Optional.empty()
                : Optional.of("expected " + expected + ", but it is " + actual + messages(trial));
    }

    private Optional<String> decided(Policy policy, Expectation.Decides expected) {
        if (!(policy.content() instanceof Content.Access(var rules))) {
            return Optional.empty();
        }
        Optional<Applied> applied = rules.judge(expected.request(), facts);
        boolean permitted = applied.map(one -> one.rule().effect()).equals(Optional.of(Effect.PERMIT));
        String rule = applied.map(one -> one.rule().id()).orElse(Expectation.Decides.NO_RULE);
        boolean sameRule = expected.rule() == null || expected.rule().equals(rule);
        return permitted == expected.permitted() && sameRule
                ? Optional.empty()
                : Optional.of("expected it to be " + text(expected.permitted(), expected.rule()) + ", but it is "
                        + text(permitted, rule));
    }

    private static String text(boolean permitted, @Nullable String rule) {
        return (permitted ? "permitted" : "denied") + (rule == null ? "" : " by " + rule);
    }

    private static String text(Trial trial) {
        return trial.applies()
                ? text(trial.violations().stream().map(Violation::rule).toList())
                : "exempt";
    }

    private static String text(List<String> rules) {
        return rules.isEmpty() ? "compliant" : "a violation of " + String.join(", ", new TreeSet<>(rules));
    }

    private static String messages(Trial trial) {
        StringBuilder text = new StringBuilder();
        trial.violations()
                .forEach(v -> text.append(text.isEmpty() ? " (" : "; ").append(v.message()));
        return text.isEmpty() ? "" : text.append(')').toString();
    }
}
