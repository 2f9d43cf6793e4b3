package io.meshwork.policy.evaluation;

import io.meshwork.contract.read.Problem;
import io.meshwork.policy.access.AccessRules;
import io.meshwork.policy.access.DecisionRule;
import io.meshwork.policy.access.DecisionRule.Effect;
import io.meshwork.policy.define.PolicyVersion;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.judgement.PolicyRevision;
import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.Wording;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Policy;
import io.meshwork.policy.model.Rule;
import io.meshwork.policy.model.Rule.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A kept policy that this version of the service no longer understands. It still counts: a mandatory policy must not stop to
 * hold because of an upgrade.
 */
final class Unreadable {

    private static final String RULE = "readable";
    private static final Pattern DECIDES_ACCESS = Pattern.compile("(?m)^\\s*\"?decisionRules\"?\\s*:");

    private Unreadable() {}

    static PolicyRevision policy(PolicyVersion version, List<Problem> problems) {
        Condition never = Condition.never(
                "this version of the policy service does not understand the policy: " + PolicyReader.text(problems));
        return new PolicyRevision(
                new Policy(
                        version.id(),
                        version.title(),
                        null,
                        List.of(),
                        version.scope(),
                        version.category(),
                        version.rollout(),
                        Duration.ZERO,
                        DECIDES_ACCESS.matcher(version.document()).find() ? denying(never) : judging(never)),
                version.revision());
    }

    private static Content judging(Condition never) {
        Rule rule = new Rule(
                RULE, never, Severity.ERROR, new Wording.Fixed(""), "Ask the governance group to mend the policy.");
        return new Content.Rules(null, List.of(), List.of(), List.of(rule));
    }

    /** What it denied cannot be known; so it denies everything. */
    private static Content denying(Condition never) {
        return new Content.Access(new AccessRules(Map.of(), List.of(new DecisionRule(RULE, Effect.DENY, null, never))));
    }
}
