package io.meshwork.policy.document;

import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.document.Node.Scalar;
import io.meshwork.contract.read.document.Node.Sequence;
import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.policy.access.Attribute;
import io.meshwork.policy.access.AttributeCondition;
import io.meshwork.policy.access.AttributePredicate;
import io.meshwork.policy.access.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code dnfCondition} and {@code cnfCondition} with their predicates. */
final class PredicatePart {

    private static final String GROUPS = "Write a list of lists of predicates, each with `attributeName` and a value.";
    private static final int MOST_PREDICATES = 200;
    private static final int MOST_LITERALS = 1_000;
    private static final int LONGEST_LITERAL = 200;
    private static final int MOST_STARS = 10;

    /** Purview's two documents disagree on the name of what excludes; both are understood. */
    private static final Map<String, Boolean> EXCLUDES = Map.of(
            "attributeValueIncludes", false,
            "attributeValueIncludedIn", false,
            "attributeValueExcludes", true,
            "attributeValueExcluded", true,
            "attributeValueExcludedIn", true);

    private enum MatcherId {
        GLOB("GlobMatcher"),
        EXACT("ExactMatcher");

        private final String text;

        MatcherId(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        Literal literal(String value) {
            return this == EXACT ? new Literal.Exact(value) : Literal.Glob.of(value);
        }
    }

    private final Set<String> attributeRules;
    private int all;

    /** @param attributeRules ids that predicates may name */
    PredicatePart(Set<String> attributeRules) {
        this.attributeRules = attributeRules;
    }

    /** Null when neither form is stated. */
    @Nullable
    AttributeCondition condition(Part rule) {
        List<List<AttributePredicate>> dnf = form(rule, "dnfCondition");
        List<List<AttributePredicate>> cnf = form(rule, "cnfCondition");
        return rule.known("dnfCondition") || rule.known("cnfCondition") ? new AttributeCondition(dnf, cnf) : null;
    }

    private List<List<AttributePredicate>> form(Part rule, String key) {
        List<List<Part>> groups = rule.groups(key, GROUPS);
        if (groups.stream().mapToInt(List::size).sum() > MOST_PREDICATES) {
            rule.problem(
                    "too-many",
                    key,
                    "`" + key + "` has more than " + MOST_PREDICATES + " predicates",
                    "Use lists of values, or split the rule.");
            return List.of();
        }
        return groups.stream()
                .map(group ->
                        group.stream().flatMap(one -> predicate(one).stream()).toList())
                .toList();
    }

    private Optional<AttributePredicate> predicate(Part part) {
        String name = part.required("attributeName", known());
        String fromRule = fromRule(part);
        Attribute attribute = attribute(part, name, fromRule);
        MatcherId matcher = Words.choice(part, "matcherId", MatcherId.values(), MatcherId::text);
        List<String> stated = EXCLUDES.keySet().stream().filter(part::known).toList();
        if (stated.size() != 1) {
            part.problem(
                    "value",
                    "attributeName",
                    "a predicate has exactly one of `attributeValueIncludes`, `attributeValueIncludedIn`,"
                            + " `attributeValueExcludes` and `attributeValueExcludedIn`",
                    "State what the attribute must have, or must not have.");
        }
        List<Literal> literals = new ArrayList<>();
        stated.forEach(key -> literals.addAll(literals(part, key, matcher == null ? MatcherId.GLOB : matcher)));
        part.close();
        all += literals.size();
        if (all > MOST_LITERALS) {
            part.problem(
                    "too-many",
                    "attributeName",
                    "the predicates of the policy have more than " + MOST_LITERALS + " values in all",
                    "Give principals a group, or products a tag, and ask for that.");
        }
        return stated.size() != 1
                ? Optional.empty()
                : Optional.of(new AttributePredicate(
                        attribute, fromRule, Boolean.TRUE.equals(EXCLUDES.get(stated.getFirst())), literals));
    }

    private @Nullable String fromRule(Part part) {
        String id = part.optional("fromRule");
        if (id != null && !attributeRules.contains(id)) {
            part.problem(
                    "unknown",
                    "fromRule",
                    "there is no attribute rule '" + id + "'",
                    Suggestions.didYouMean(id, attributeRules) + "Define it under `attributeRules`.");
        }
        return id;
    }

    private static @Nullable Attribute attribute(Part part, @Nullable String name, @Nullable String fromRule) {
        Attribute attribute = name == null ? null : Attribute.named(name).orElse(null);
        if (name != null && attribute == null && !name.startsWith(Attribute.DERIVED)) {
            part.problem(
                    "unknown",
                    "attributeName",
                    "nothing is known of an attribute '" + name + "'",
                    Suggestions.didYouMean(name, Attribute.names()) + known());
        } else if (name != null && attribute == null && fromRule == null) {
            part.problem(
                    "unknown",
                    "attributeName",
                    "'" + name + "' has no value unless a rule gives it one",
                    "Name the attribute rule by `fromRule`.");
        }
        return attribute;
    }

    private static String known() {
        return "Known are: " + String.join(", ", Attribute.names()) + ".";
    }

    /** Both forms are understood under each name, as one value is a list of one. */
    private static List<Literal> literals(Part part, String key, MatcherId matcher) {
        Node node = part.value(key);
        List<Node> nodes = node instanceof Sequence list ? list.items() : node == null ? List.of() : List.of(node);
        List<Literal> literals = new ArrayList<>();
        for (Node one : nodes) {
            if (one instanceof Scalar scalar
                    && !scalar.text().isEmpty()
                    && scalar.text().length() <= LONGEST_LITERAL
                    && scalar.text().chars().filter(c -> c == '*').count() <= MOST_STARS) {
                literals.add(matcher.literal(scalar.text()));
            }
        }
        if (literals.size() != nodes.size() || literals.isEmpty() || literals.size() > MOST_LITERALS) {
            part.problem(
                    "invalid",
                    key,
                    "`" + key + "` must be text, or a list of 1 to " + MOST_LITERALS + " texts of at most "
                            + LONGEST_LITERAL + " characters, " + MOST_STARS + " of them *",
                    "Write a value such as `analysts`, or a pattern such as `data-*`.");
        }
        return literals;
    }
}
