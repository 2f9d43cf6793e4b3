package io.meshwork.policy.document;

import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.document.Node.Scalar;
import io.meshwork.contract.read.document.Node.Sequence;
import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.policy.access.AccessRequest;
import io.meshwork.policy.access.AccessRules;
import io.meshwork.policy.access.DecisionRule;
import io.meshwork.policy.access.Principal;
import io.meshwork.policy.document.PolicyTest.Expectation.Decides;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who asks for the example product, for what, and what should come of it: {@code principal}, {@code request}, {@code expect}. */
final class AccessTestPart {

    private static final String EXAMPLE = "example";

    private enum Decision {
        PERMIT,
        DENY
    }

    private final Part part;
    private final AccessRules rules;

    AccessTestPart(Part part, AccessRules rules) {
        this.part = part;
        this.rules = rules;
    }

    @Nullable
    Decides read() {
        Principal principal = principal();
        AccessRequest request = request(principal);
        Decision decision = Words.required(
                part, "expect", Decision.values(), one -> one.name().toLowerCase(Locale.ROOT));
        String rule = part.optional("rule");
        List<String> known = new ArrayList<>(
                rules.decisionRules().stream().map(DecisionRule::id).toList());
        known.add(Decides.NO_RULE);
        if (rule != null && !known.contains(rule)) {
            part.problem(
                    "unknown",
                    "rule",
                    "the policy has no decision rule '" + rule + "'",
                    Suggestions.didYouMean(rule, known) + "Known are: " + String.join(", ", known) + ".");
        }
        return decision == null ? null : new Decides(request, decision == Decision.PERMIT, rule);
    }

    private Principal principal() {
        Part stated = part.optionalPart("principal", "Write `principal:` with `id`, `groups`, `domains`, `roles`.");
        if (stated == null) {
            return new Principal(EXAMPLE, Set.of(), Set.of(), Set.of());
        }
        String id = stated.optional("id");
        Principal principal = new Principal(
                id == null ? EXAMPLE : id, texts(stated, "groups"), texts(stated, "domains"), texts(stated, "roles"));
        stated.close();
        return principal;
    }

    private AccessRequest request(Principal principal) {
        Part stated = part.optionalPart("request", "Write `request:` with `purpose`, `action`, `port`.");
        if (stated == null) {
            return new AccessRequest(principal, EXAMPLE, AccessRequest.READ, null);
        }
        String purpose = stated.optional("purpose");
        String action = stated.optional("action");
        String port = stated.optional("port");
        stated.close();
        return new AccessRequest(
                principal, purpose == null ? EXAMPLE : purpose, action == null ? AccessRequest.READ : action, port);
    }

    private static Set<String> texts(Part part, String key) {
        Node node = part.value(key);
        Set<String> texts = new TreeSet<>();
        boolean valid = node == null || node instanceof Sequence;
        if (node instanceof Sequence list) {
            for (Node item : list.items()) {
                valid &= item instanceof Scalar;
                if (item instanceof Scalar scalar) {
                    texts.add(scalar.text());
                }
            }
        }
        if (!valid) {
            part.problem("type", key, "`" + key + "` must be a list of texts", "Write them in brackets.");
        }
        return texts;
    }
}
