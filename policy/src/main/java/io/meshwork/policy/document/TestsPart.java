package io.meshwork.policy.document;

import io.meshwork.contract.read.document.Mark;
import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.document.Node.Entry;
import io.meshwork.contract.read.document.Node.Mapping;
import io.meshwork.contract.read.document.Node.Scalar;
import io.meshwork.contract.read.document.Node.Sequence;
import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.policy.document.PolicyTest.Expectation;
import io.meshwork.policy.document.PolicyTest.Expectation.Exempt;
import io.meshwork.policy.document.PolicyTest.Expectation.Violates;
import io.meshwork.policy.judgement.Violation;
import io.meshwork.policy.language.Fact;
import io.meshwork.policy.language.FactShape;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code tests}: example products with what the policy is expected to say. */
final class TestsPart {

    private static final int MOST = 200;
    private static final String EXPECT =
            "Write `expect: compliant`, `expect: exempt`, or a list of the rules that are violated.";

    private final Part part;
    private final Content content;

    private TestsPart(Part part, Content content) {
        this.part = part;
        this.content = content;
    }

    /** A policy that tightens another one has no tests of its own. */
    static List<PolicyTest> read(Part spec, Content content) {
        if (content instanceof Content.Tightening) {
            return List.of();
        }
        List<Part> parts = spec.optionalParts("tests", "Write tests with `name`, `product` and `expect`.");
        if (parts.size() > MOST) {
            spec.problem("too-many", "tests", "there are more than " + MOST + " tests", "Keep those that tell most.");
        }
        List<PolicyTest> tests = new ArrayList<>();
        parts.forEach(part -> new TestsPart(part, content).test().ifPresent(tests::add));
        return tests;
    }

    private Optional<PolicyTest> test() {
        String name = part.required("name", "Say what the test shows.");
        Words.limit(part, "name", name);
        Facts facts = Facts.of(Map.of());
        for (Fact fact : Fact.values()) {
            Node written = part.value(fact.text());
            if (written != null) {
                facts = facts.with(fact, shaped(fact, written));
            } else if (fact == Fact.PRODUCT) {
                facts = facts.with(fact, FactShape.of(fact, Map.of()).value());
            }
        }
        Map<String, Object> parameters = content instanceof Content.Rules rules ? parameters(rules) : Map.of();
        Expectation expectation = switch (content) {
            case Content.Rules rules -> expectation(rules);
            case Content.Access(var rules) -> new AccessTestPart(part, rules).read();
            case Content.Tightening tightening -> null;
        };
        part.close();
        return name == null || expectation == null
                ? Optional.empty()
                : Optional.of(new PolicyTest(name, part.at(), part.pointer(), facts, parameters, expectation));
    }

    private Object shaped(Fact fact, Node written) {
        FactShape.Shaped shaped = FactShape.of(fact, written.plain());
        shaped.misfits()
                .forEach(misfit -> part.problemAt(
                        place(written, misfit.path()), "invalid", fact.text(), misfit.message(), misfit.advice()));
        return shaped.value();
    }

    /** Where the misfit was written; the nearest part around it when it cannot be followed. */
    private static Mark place(Node root, List<String> path) {
        Node node = root;
        Mark mark = root.mark();
        for (String step : path) {
            Entry entry = node instanceof Mapping mapping ? mapping.entries().get(step) : null;
            if (entry != null) {
                node = entry.value();
                mark = entry.key();
            } else if (node instanceof Sequence list) {
                node = list.items().get(Integer.parseInt(step));
                mark = node.mark();
            }
        }
        return mark;
    }

    private Map<String, Object> parameters(Content.Rules rules) {
        Part chosen = part.optionalPart("parameters", "Write names and values.");
        Map<String, Object> values = new HashMap<>();
        if (chosen == null) {
            return values;
        }
        Map<String, Parameter> known = new HashMap<>();
        rules.parameters().forEach(parameter -> known.put(parameter.name(), parameter));
        for (String name : chosen.names()) {
            Object written = Values.read(chosen, name);
            Parameter parameter = known.get(name);
            Object value = parameter == null || written == null ? null : parameter.typed(written);
            if (parameter == null) {
                chosen.problem(
                        "unknown",
                        name,
                        "the policy has no parameter '" + name + "'",
                        Suggestions.didYouMean(name, known.keySet()) + "Declare it under `parameters`.");
            } else if (value != null && value.getClass() != parameter.value().getClass() && !(value instanceof List)) {
                chosen.problem(
                        "type",
                        name,
                        "the value is not of the default's type",
                        "Write one like " + parameter.value() + ".");
            } else if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    private @Nullable Expectation expectation(Content.Rules rules) {
        return switch (part.value("expect")) {
            case Scalar word when "compliant".equals(word.value()) -> new Violates(List.of());
            case Scalar word when "exempt".equals(word.value()) -> new Exempt();
            case Sequence list
            when isRules(list, rules) ->
                new Violates(list.items().stream()
                        .map(item -> String.valueOf(item.plain()))
                        .toList());
            case null -> {
                part.missing("expect", EXPECT);
                yield null;
            }
            default -> {
                part.problem("invalid", "expect", "`expect` names no rules of this policy", EXPECT);
                yield null;
            }
        };
    }

    private static boolean isRules(Sequence list, Content.Rules rules) {
        return !list.items().isEmpty()
                && list.items().stream().allMatch(item -> isRule(String.valueOf(item.plain()), rules));
    }

    /** An undecided match is reported under a name that no rule has. */
    private static boolean isRule(String name, Content.Rules rules) {
        return name.equals(Violation.MATCH)
                || rules.rules().stream().anyMatch(rule -> rule.id().equals(name));
    }
}
