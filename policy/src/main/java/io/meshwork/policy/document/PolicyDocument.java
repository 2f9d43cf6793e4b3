package io.meshwork.policy.document;

import io.meshwork.policy.document.PolicyReading.Accepted;
import io.meshwork.policy.language.PolicyLanguage;
import io.meshwork.policy.model.Category;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Policy;
import io.meshwork.policy.model.Rollout;
import io.meshwork.policy.model.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of one document in their order; goes on after a problem to find the others. */
final class PolicyDocument {

    private static final String API_VERSION = "meshwork.io/v1";
    private static final String KIND = "Policy";
    private static final String TIGHTENS = "tightens";

    private final Part root;
    private final Expressions expressions;
    private final PolicyLanguage language;

    PolicyDocument(Part root, SourceText source, PolicyLanguage language) {
        this.root = root;
        this.expressions = new Expressions(source);
        this.language = language;
    }

    private record Identity(
            @Nullable String id,
            @Nullable String title,
            @Nullable String owner,
            List<String> links) {}

    /** Null when a problem was found that leaves no policy. */
    @Nullable
    Accepted read() {
        constant("apiVersion", API_VERSION);
        constant("kind", KIND);
        Part metadata = root.part("metadata", "Add `metadata:` with `id`, `title` and `owner`.");
        Identity identity = metadata == null ? new Identity(null, null, null, List.of()) : identity(metadata);
        Part spec = root.part(
                "spec", "Add `spec:` with `scope`, `category`, `enforcement`, and `rules` or `decisionRules`.");
        root.close();
        return spec == null ? null : read(identity, spec);
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
        if (id != null) {
            Words.isId(metadata, "id", id);
        }
        String title = metadata.required("title", "Say in a few words what the policy wants.");
        String owner = metadata.optional("owner");
        List<String> links = Links.read(metadata, "links");
        Words.limit(metadata, "title", title);
        Words.limit(metadata, "owner", owner);
        metadata.close();
        return new Identity(id, title, owner, links);
    }

    private @Nullable Accepted read(Identity identity, Part spec) {
        Scope scope = scope(spec);
        Category category = Words.required(spec, "category", Category.values(), Category::text);
        Rollout rollout = RolloutPart.read(spec);
        Duration grace = GracePart.read(spec);
        Content content = content(spec, scope);
        List<PolicyTest> tests = content == null ? List.of() : TestsPart.read(spec, content);
        spec.close();
        String id = identity.id();
        String title = identity.title();
        return id == null || title == null || scope == null || category == null || rollout == null || content == null
                ? null
                : new Accepted(
                        new Policy(
                                id,
                                title,
                                identity.owner(),
                                identity.links(),
                                scope,
                                category,
                                rollout,
                                grace,
                                content),
                        tests);
    }

    private @Nullable Content content(Part spec, @Nullable Scope scope) {
        if (spec.known(TIGHTENS)) {
            return TighteningPart.read(spec, scope);
        }
        return spec.known(AccessPart.DECISION_RULES)
                ? new Content.Access(new AccessPart(spec, expressions, language.forRequests()).read())
                : new RulesPart(spec, expressions, language).read();
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
}
