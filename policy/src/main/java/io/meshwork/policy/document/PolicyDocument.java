package io.meshwork.policy.document;

import io.meshwork.contract.read.document.Node.Scalar;
import io.meshwork.contract.read.value.Ids;
import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.policy.language.Compilation;
import io.meshwork.policy.language.Compilation.Compiled;
import io.meshwork.policy.language.Compilation.Faulty;
import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.Fault;
import io.meshwork.policy.language.ProductLanguage;
import io.meshwork.policy.language.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts of one document in their order; goes on after a problem to find the others. */
final class PolicyDocument {

    private static final String API_VERSION = "meshwork.io/v1";
    private static final String KIND = "Policy";
    private static final int MOST_RULES = 100;

    private final Part root;
    private final SourceText source;
    private final ProductLanguage language;

    PolicyDocument(Part root, SourceText source, ProductLanguage language) {
        this.root = root;
        this.source = source;
        this.language = language;
    }

    private record Identity(
            @Nullable String id,
            @Nullable String title,
            @Nullable String owner) {}

    /** Null when a problem was found that leaves no policy. */
    @Nullable
    Policy policy() {
        constant("apiVersion", API_VERSION);
        constant("kind", KIND);
        Part metadata = root.part("metadata", "Add `metadata:` with `id`, `title` and `owner`.");
        Identity identity = metadata == null ? new Identity(null, null, null) : identity(metadata);
        Part spec = root.part("spec", "Add `spec:` with `scope`, `category`, `enforcement` and `rules`.");
        root.close();
        return spec == null ? null : policy(identity, spec);
    }

    private void constant(String key, String expected) {
        String actual = root.required(key, "Write `" + key + ": " + expected + "`.");
        if (actual != null && !actual.equals(expected)) {
            root.problem(
                    "unknown",
                    key,
                    "`" + key + "` is not '" + expected + "'",
                    "Write `" + key + ": " + expected + "`.");
        }
    }

    private static Identity identity(Part metadata) {
        String id = metadata.required("id", "Give the policy an id of letters a-z, digits and hyphens.");
        if (id != null && !Ids.isValid(id)) {
            metadata.problem(
                    "invalid", "id", "the id must be 1 to 63 letters a-z, digits or hyphens", suggestion(Ids.slug(id)));
        }
        String title = metadata.required("title", "Say in a few words what the policy wants.");
        String owner = metadata.optional("owner");
        limit(metadata, "title", title);
        limit(metadata, "owner", owner);
        metadata.close();
        return new Identity(id, title, owner);
    }

    private static String suggestion(String slug) {
        return slug.isEmpty() ? "Choose a short id such as `owner-contact`." : "Write `" + slug + "`.";
    }

    private static void limit(Part part, String key, @Nullable String text) {
        if (text != null && text.length() > Wording.LONGEST) {
            part.problem(
                    "too-long", key, "`" + key + "` has more than " + Wording.LONGEST + " characters", "Shorten it.");
        }
    }

    private @Nullable Policy policy(Identity identity, Part spec) {
        Scope scope = scope(spec);
        Category category = choice(spec, "category", Category.values(), Category::text);
        Enforcement enforcement = choice(spec, "enforcement", Enforcement.values(), Enforcement::text);
        Scalar match = spec.text("match");
        Condition condition = match == null ? null : compiled(spec, "match", match, language::condition);
        List<Rule> rules = rules(spec);
        spec.close();
        String id = identity.id();
        String title = identity.title();
        return id == null || title == null || scope == null || category == null || enforcement == null
                ? null
                : new Policy(id, title, identity.owner(), scope, category, enforcement, condition, rules);
    }

    private static @Nullable Scope scope(Part spec) {
        String advice = "Write `scope: global`, or `scope: domain:<id>` for the products of one domain.";
        String text = spec.required("scope", advice);
        Optional<Scope> scope = text == null ? Optional.empty() : Scope.parse(text);
        if (text != null && scope.isEmpty()) {
            spec.problem("unknown", "scope", "the scope is neither `global` nor `domain:<id>`", advice);
        }
        return scope.orElse(null);
    }

    private static <T> @Nullable T choice(Part spec, String key, T[] values, Function<T, String> text) {
        List<String> words = Arrays.stream(values).map(text).toList();
        String advice = "Write one of: " + String.join(", ", words) + ".";
        String word = spec.required(key, advice);
        int index = word == null ? -1 : words.indexOf(word);
        if (word != null && index < 0) {
            spec.problem(
                    "unknown", key, "`" + key + "` has an unknown value", Suggestions.didYouMean(word, words) + advice);
        }
        return index < 0 ? null : values[index];
    }

    private List<Rule> rules(Part spec) {
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
        if (id != null && !Ids.isValid(id)) {
            part.problem(
                    "invalid", "id", "the id must be 1 to 63 letters a-z, digits or hyphens", suggestion(Ids.slug(id)));
        } else if (id != null && !ids.add(id)) {
            part.problem("duplicate", "id", "another rule of this policy has the same id", "Choose another id.");
        }
        Condition condition = condition(part);
        Wording message = message(part);
        String remediation = part.optional("remediation");
        limit(part, "remediation", remediation);
        part.close();
        return id == null || condition == null || message == null
                ? Optional.empty()
                : Optional.of(new Rule(id, condition, message, remediation));
    }

    private @Nullable Condition condition(Part part) {
        Scalar expression = part.text("expression");
        if (expression == null && !part.known("expression")) {
            part.missing("expression", "Write a CEL expression that is true for a compliant product.");
        }
        return expression == null ? null : compiled(part, "expression", expression, language::condition);
    }

    private @Nullable Wording message(Part part) {
        String fixed = part.optional("message");
        limit(part, "message", fixed);
        Scalar expression = part.text("messageExpression");
        if (expression != null) {
            String otherwise = fixed == null ? "the rule is violated" : fixed;
            return compiled(part, "messageExpression", expression, text -> language.wording(text, otherwise));
        }
        if (fixed == null && !part.known("message")) {
            part.missing("message", "Say what is wrong with a product that violates the rule.");
        }
        return fixed == null ? null : new Wording.Fixed(fixed);
    }

    private <E> @Nullable E compiled(
            Part part, String key, Scalar expression, Function<String, Compilation<E>> compiler) {
        return switch (compiler.apply(expression.text())) {
            case Compiled<E>(E compiled) -> compiled;
            case Faulty<E>(List<Fault> faults) -> {
                faults.forEach(fault -> part.problemAt(
                        source.place(expression, fault.offset()), "invalid", key, fault.message(), fault.advice()));
                yield null;
            }
        };
    }
}
