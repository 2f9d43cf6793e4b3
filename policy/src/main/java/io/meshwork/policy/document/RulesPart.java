package io.meshwork.policy.document;

import io.meshwork.contract.read.document.Node.Scalar;
import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.PolicyLanguage;
import io.meshwork.policy.language.Variable;
import io.meshwork.policy.language.Wording;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Parameter;
import io.meshwork.policy.model.Rule;
import io.meshwork.policy.model.Rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code parameters}, {@code variables}, {@code match} and {@code rules}. */
final class RulesPart {

    private static final int MOST_RULES = 100;
    private static final int MOST_NAMES = 50;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{0,62}");

    private final Part spec;
    private final Expressions expressions;
    private PolicyLanguage language;

    RulesPart(Part spec, Expressions expressions, PolicyLanguage language) {
        this.spec = spec;
        this.expressions = expressions;
        this.language = language;
    }

    Content.Rules read() {
        List<Parameter> parameters = parameters();
        Map<String, Object> values = new HashMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.value()));
        language = language.withParameters(values);
        List<Variable> variables = variables();
        Scalar match = spec.text("match");
        Condition condition = match == null ? null : expressions.compiled(spec, "match", match, language::condition);
        return new Content.Rules(condition, parameters, variables, rules());
    }

    private List<Parameter> parameters() {
        Part part = spec.optionalPart("parameters", "Write `parameters:` with names, each with a `default`.");
        if (part == null) {
            return List.of();
        }
        if (!names(part, "parameters")) {
            return List.of();
        }
        List<Parameter> parameters = new ArrayList<>();
        part.named("Write a mapping with `default`, and `stricter` if domains may tighten it.")
                .forEach((name, one) -> {
                    Parameter parameter = ParameterPart.read(name, one);
                    if (parameter != null) {
                        parameters.add(parameter);
                    }
                });
        return parameters;
    }

    private List<Variable> variables() {
        Part part = spec.optionalPart("variables", "Write `variables:` with names and CEL expressions.");
        if (part == null) {
            return List.of();
        }
        if (!names(part, "variables")) {
            return List.of();
        }
        List<Variable> variables = new ArrayList<>();
        for (String name : part.names()) {
            Scalar expression = part.text(name);
            Variable variable = expression == null
                    ? null
                    : expressions.compiled(part, name, expression, text -> language.variable(name, text));
            if (variable != null) {
                variables.add(variable);
                language = language.withVariable(variable);
            }
        }
        return variables;
    }

    /** Whether there are few enough to go on. */
    private boolean names(Part part, String key) {
        if (part.names().size() > MOST_NAMES) {
            spec.problem("too-many", key, "there are more than " + MOST_NAMES + " " + key, "Split the policy.");
            return false;
        }
        part.names().stream()
                .filter(name -> !NAME.matcher(name).matches())
                .forEach(name -> part.problem(
                        "invalid",
                        name,
                        "the name must be of letters, digits and _, and begin with no digit",
                        "Write it like `minimumAvailability`."));
        return true;
    }

    private List<Rule> rules() {
        List<Part> parts = spec.parts("rules", "Add at least one rule with `id`, `expression` and `message`.");
        if (parts.size() > MOST_RULES) {
            spec.problem(
                    "too-many",
                    "rules",
                    "there are more than " + MOST_RULES + " rules",
                    "Split the policy into several.");
            return List.of();
        }
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        parts.forEach(part -> rule(part, ids).ifPresent(rules::add));
        return rules;
    }

    private Optional<Rule> rule(Part part, Set<String> ids) {
        String id = part.required("id", "Name the rule; verdicts refer to it.");
        if (id != null && Words.isId(part, "id", id) && !ids.add(id)) {
            part.problem("duplicate", "id", "another rule of this policy has the same id", "Choose another id.");
        }
        Condition condition = condition(part);
        Severity severity = Words.choice(
                part, "severity", Severity.values(), one -> one.name().toLowerCase(Locale.ROOT));
        Wording message = message(part);
        String remediation = part.optional("remediation");
        Words.limit(part, "remediation", remediation);
        part.close();
        return id == null || condition == null || message == null
                ? Optional.empty()
                : Optional.of(
                        new Rule(id, condition, severity == null ? Severity.ERROR : severity, message, remediation));
    }

    private @Nullable Condition condition(Part part) {
        Scalar expression = part.text("expression");
        if (expression == null && !part.known("expression")) {
            part.missing("expression", "Write a CEL expression that is true for a compliant product.");
        }
        return expression == null ? null : expressions.compiled(part, "expression", expression, language::condition);
    }

    private @Nullable Wording message(Part part) {
        String fixed = part.optional("message");
        Words.limit(part, "message", fixed);
        Scalar expression = part.text("messageExpression");
        if (expression != null) {
            String otherwise = fixed == null ? "the rule is violated" : fixed;
            return expressions.compiled(
                    part, "messageExpression", expression, text -> language.wording(text, otherwise));
        }
        if (fixed == null && !part.known("message")) {
            part.missing("message", "Say what is wrong with a product that violates the rule.");
        }
        return fixed == null ? null : new Wording.Fixed(fixed);
    }
}
