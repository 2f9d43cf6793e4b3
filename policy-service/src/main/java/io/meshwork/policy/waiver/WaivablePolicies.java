package io.meshwork.policy.waiver;

import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.policy.define.PolicyVersion;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.PolicyReading;
import io.meshwork.policy.judgement.Violation;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Rule;
import io.meshwork.policy.model.Scope;
import io.meshwork.policy.waiver.WaiverDecision.Code;
import io.meshwork.policy.waiver.WaiverDecision.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The policies in force, as far as waivers ask about them; each document is read once, and only when it is asked for. */
final class WaivablePolicies {

    private final Map<String, PolicyVersion> newest = new HashMap<>();
    private final Map<String, PolicyReading> read = new HashMap<>();
    private final PolicyReader reader;

    /** @param newest of each policy, withdrawn ones included */
    WaivablePolicies(List<PolicyVersion> newest, PolicyReader reader) {
        newest.forEach(version -> this.newest.put(version.id(), version));
        this.reader = reader;
    }

    /** Of a policy that is or was; what nobody knows is the whole mesh's. */
    Scope scope(String policyId) {
        PolicyVersion version = newest.get(policyId);
        return version == null ? new Scope.Global() : version.scope();
    }

    /** Why nothing can be excused from it as asked; empty when it can. */
    Optional<Refused> refusal(Exemption asked) {
        PolicyVersion version = newest.get(asked.policyId());
        if (version == null || version.withdrawn()) {
            return Optional.of(unknown(asked.policyId()));
        }
        if (!version.scope().covers(Scope.domainOf(asked.subject()))) {
            return Optional.of(Refused.at(
                    Code.OUT_OF_SCOPE,
                    "/subject",
                    "'" + version.id() + "' is a policy of " + version.scope().text() + " and does not judge '"
                            + asked.subject() + "'; check policy and subject"));
        }
        return contentRefusal(version, asked.rule());
    }

    private Optional<Refused> contentRefusal(PolicyVersion version, @Nullable String rule) {
        return switch (read.computeIfAbsent(version.id(), id -> reader.read(version.document()))) {
            case PolicyReading.Accepted(var policy, var tests) ->
                switch (policy.content()) {
                    case Content.Rules(var match, var parameters, var variables, var rules) ->
                        ruleRefusal(version.id(), rules, rule);
                    case Content.Access access -> Optional.of(decidesAccess(version.id()));
                    case Content.Tightening(var policyId, var values) -> Optional.of(tightens(version.id(), policyId));
                };
            case PolicyReading.Refused(var problems) ->
                rule == null
                        ? Optional.empty()
                        : Optional.of(Refused.at(
                                Code.RULE_UNKNOWN,
                                "/rule",
                                "this version of the policy service does not understand the policy '" + version.id()
                                        + "'; leave out the rule, or have the policy mended"));
        };
    }

    private static Optional<Refused> ruleRefusal(String policyId, List<Rule> rules, @Nullable String rule) {
        // whether the policy applies can be undecided, too, and is reported in the place of a rule
        List<String> known = Stream.concat(rules.stream().map(Rule::id), Stream.of(Violation.MATCH))
                .toList();
        return rule == null || known.contains(rule)
                ? Optional.empty()
                : Optional.of(Refused.at(
                        Code.RULE_UNKNOWN,
                        "/rule",
                        "the policy '" + policyId + "' has no rule '" + cut(rule) + "'. "
                                + Suggestions.didYouMean(rule, known)
                                + "Known are: " + String.join(", ", known)));
    }

    private static Refused decidesAccess(String policyId) {
        return Refused.at(
                Code.POLICY_DECIDES_ACCESS,
                "/policyId",
                "'" + policyId + "' decides who may use products, and no product violates it; to let somebody in, add"
                        + " a rule that permits it");
    }

    private static Refused tightens(String policyId, String tightened) {
        return Refused.at(
                Code.POLICY_TIGHTENS,
                "/policyId",
                "'" + policyId + "' only tightens '" + tightened + "', which is what products violate; name '"
                        + tightened + "'");
    }

    private Refused unknown(String policyId) {
        List<String> known = newest.values().stream()
                .filter(version -> !version.withdrawn())
                .map(PolicyVersion::id)
                .toList();
        return Refused.at(
                Code.POLICY_UNKNOWN,
                "/policyId",
                "there is no policy '" + policyId + "' in force. " + Suggestions.didYouMean(policyId, known)
                        + "`mesh policy list` tells which there are");
    }

    private static String cut(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
