package io.meshwork.policy.document;

import io.meshwork.contract.read.document.Node.Scalar;
import io.meshwork.policy.access.AccessRules;
import io.meshwork.policy.access.AttributeCondition;
import io.meshwork.policy.access.DecisionRule;
import io.meshwork.policy.access.DecisionRule.Effect;
import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.PolicyLanguage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code decisionRules} and {@code attributeRules}, in the shape of the metadata policies of Microsoft Purview. Where Purview's own
 * documentation says nothing, the guide says what holds here.
 */
final class AccessPart {

    static final String DECISION_RULES = "decisionRules";
    private static final String ATTRIBUTE_RULES = "attributeRules";
    private static final String CONDITIONS =
            "Add `dnfCondition`, `cnfCondition`, or `condition` with a CEL expression.";
    private static final int MOST_RULES = 100;
    private static final int LONGEST_ID = 200;

    private final Part spec;
    private final Expressions expressions;
    private final PolicyLanguage language;

    AccessPart(Part spec, Expressions expressions, PolicyLanguage language) {
        this.spec = spec;
        this.expressions = expressions;
        this.language = language;
    }

    AccessRules read() {
        Map<String, Part> parts = attributeParts();
        PredicatePart predicates = new PredicatePart(parts.keySet());
        Map<String, AttributeCondition> attributes = new LinkedHashMap<>();
        parts.forEach((id, part) -> attributes.put(id, attributeRule(part, predicates)));
        refuseCycles(attributes, parts);
        List<DecisionRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Part part :
                limited(DECISION_RULES, spec.parts(DECISION_RULES, "Add rules with `effect` and conditions."))) {
            decisionRule(part, "rule-" + (ids.size() + 1), predicates, ids).ifPresent(rules::add);
        }
        return new AccessRules(attributes, rules);
    }

    /** By id. */
    private Map<String, Part> attributeParts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        String advice = "Write attribute rules with `id` and conditions.";
        for (Part part : limited(ATTRIBUTE_RULES, spec.optionalParts(ATTRIBUTE_RULES, advice))) {
            String id = part.required("id", "Name the rule; predicates refer to it by `fromRule`.");
            if (id != null && parts.putIfAbsent(id, part) != null) {
                part.problem("duplicate", "id", "another attribute rule has the same id", "Choose another id.");
            }
        }
        return parts;
    }

    private List<Part> limited(String key, List<Part> parts) {
        if (parts.size() > MOST_RULES) {
            spec.problem(
                    "too-many", key, "there are more than " + MOST_RULES + " " + key, "Split the policy into several.");
            return List.of();
        }
        return parts;
    }

    private static AttributeCondition attributeRule(Part part, PredicatePart predicates) {
        AttributeCondition condition = predicates.condition(part);
        if (condition == null) {
            part.missing("dnfCondition", "Add `dnfCondition` or `cnfCondition`.");
        }
        passOver(part, "attributerule");
        return condition == null ? new AttributeCondition(List.of(), List.of()) : condition;
    }

    private Optional<DecisionRule> decisionRule(
            Part part, String defaultId, PredicatePart predicates, Set<String> ids) {
        String written = part.optional("id");
        String id = written == null ? defaultId : written;
        if (id.length() > LONGEST_ID) {
            part.problem("too-long", "id", "the id has more than " + LONGEST_ID + " characters", "Shorten it.");
        }
        if (id.equals(PolicyTest.Expectation.Decides.NO_RULE)) {
            part.problem("invalid", "id", "`" + id + "` is what tests call no rule at all", "Choose another id.");
        }
        if (!ids.add(id)) {
            part.problem("duplicate", "id", "another rule of this policy has the same id", "Choose another id.");
        }
        Effect effect = Words.required(part, "effect", Effect.values(), Effect::text);
        AttributeCondition attributes = predicates.condition(part);
        Scalar expression = part.text("condition");
        Condition condition =
                expression == null ? null : expressions.compiled(part, "condition", expression, language::condition);
        if (attributes == null && !part.known("condition")) {
            part.missing("dnfCondition", CONDITIONS);
        }
        passOver(part, "decisionrule");
        return effect == null ? Optional.empty() : Optional.of(new DecisionRule(id, effect, attributes, condition));
    }

    /** What Purview writes into rules and nothing here depends on. */
    private static void passOver(Part part, String kind) {
        String stated = part.optional("kind");
        if (stated != null && !stated.equalsIgnoreCase(kind)) {
            part.problem("invalid", "kind", "the rule is no " + stated, "Write `kind: " + kind + "`, or leave it out.");
        }
        Words.limit(part, "name", part.optional("name"));
        Words.limit(part, "updatedAt", part.optional("updatedAt"));
        part.close();
    }

    private static void refuseCycles(Map<String, AttributeCondition> rules, Map<String, Part> parts) {
        Set<String> settled = new HashSet<>();
        for (String id : rules.keySet()) {
            List<String> path = cycle(id, rules, new ArrayList<>(), settled);
            if (path != null) {
                Part part = parts.get(id);
                if (part != null) {
                    part.problem(
                            "cycle",
                            "id",
                            "the attribute rules ask each other in a circle: " + String.join(" → ", path),
                            "Have one of them ask for attributes of the request instead.");
                }
                return;
            }
        }
    }

    /** The way back to a rule on the path; null when there is none. */
    private static @Nullable List<String> cycle(
            String id, Map<String, AttributeCondition> rules, List<String> path, Set<String> settled) {
        int before = path.indexOf(id);
        path.add(id);
        if (before >= 0) {
            return path.subList(before, path.size());
        }
        AttributeCondition rule = rules.get(id);
        if (rule != null && !settled.contains(id)) {
            for (String next : rule.rules()) {
                List<String> found = cycle(next, rules, path, settled);
                if (found != null) {
                    return found;
                }
            }
        }
        settled.add(id);
        path.removeLast();
        return null;
    }
}
