package io.meshwork.policy.document;

import io.meshwork.contract.read.document.Mark;
import io.meshwork.policy.judgement.Trial;
import io.meshwork.policy.judgement.Violation;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

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
        if (!(policy.content() instanceof Content.Rules rules)) {
            return Optional.empty();
        }
        Trial trial = Trial.of(policy, rules, parameters, facts);
        String expected = text(expectation);
        String actual = text(trial);
        return expected.equals(actual)
                ? Optional.empty()
                : Optional.of("expected " + expected + ", but it is " + actual + messages(trial));
    }

    private static String text(Expectation expectation) {
        return switch (expectation) {
            case Expectation.Exempt() -> "exempt";
            case Expectation.Violates(var rules) -> text(rules);
        };
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
