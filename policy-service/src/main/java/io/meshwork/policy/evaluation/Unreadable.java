package io.meshwork.policy.evaluation;

import io.meshwork.contract.read.Problem;
import io.meshwork.policy.define.PolicyVersion;
import io.meshwork.policy.document.Policy;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.Rule;
import io.meshwork.policy.judgement.PolicyInForce;
import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.Wording;
import java.util.List;

/**
 * A kept policy that this version of the service no longer understands. It still counts: a mandatory policy must not stop to
 * hold because of an upgrade.
 */
final class Unreadable {

    private Unreadable() {}

    static PolicyInForce policy(PolicyVersion version, List<Problem> problems) {
        Condition never = Condition.never(
                "this version of the policy service does not understand the policy: " + PolicyReader.text(problems));
        Rule rule = new Rule("readable", never, new Wording.Fixed(""), "Ask the governance group to mend the policy.");
        return new PolicyInForce(
                new Policy(
                        version.id(),
                        version.title(),
                        null,
                        version.scope(),
                        version.category(),
                        version.enforcement(),
                        null,
                        List.of(rule)),
                version.revision());
    }
}
