package io.meshwork.policy.judgement;

import io.meshwork.policy.access.AccessRequest;
import io.meshwork.policy.access.AccessRules;
import io.meshwork.policy.access.DecisionRule.Effect;
import io.meshwork.policy.judgement.AccessDecision.Decider;
import io.meshwork.policy.language.Fact;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Enforcement;
import io.meshwork.policy.model.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The access policies of one moment. A domain's rules decide about its own products only, beside those for all. */
final class AccessInForce {

    private final long setRevision;
    private final List<One> policies;

    private record One(Policy policy, long revision, AccessRules rules, Enforcement enforcement) {

        Optional<Decider> judge(AccessRequest request, Facts product) {
            return rules.judge(request, product)
                    .map(applied -> new Decider(
                            policy.id(),
                            revision,
                            applied.rule().id(),
                            applied.rule().effect(),
                            applied.undecided()));
        }
    }

    AccessInForce(long setRevision, Instant asOf, List<PolicyRevision> policies) {
        this.setRevision = setRevision;
        this.policies = policies.stream()
                .flatMap(one -> inForce(one, asOf).stream())
                .sorted(Comparator.comparing(one -> one.policy().id()))
                .toList();
    }

    private static Optional<One> inForce(PolicyRevision one, Instant asOf) {
        Enforcement enforcement = one.policy().rollout().at(asOf);
        return one.policy().content() instanceof Content.Access(var rules) && enforcement != Enforcement.DISABLED
                ? Optional.of(new One(one.policy(), one.revision(), rules, enforcement))
                : Optional.empty();
    }

    Set<Fact> reads() {
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        policies.forEach(one -> facts.addAll(one.rules().reads()));
        return facts;
    }

    /** One rule that denies outweighs all that permit; what no rule permits is denied. */
    AccessDecision decide(String domain, AccessRequest request, Facts product) {
        List<Decider> mandatory = new ArrayList<>();
        List<Decider> advice = new ArrayList<>();
        for (One one : policies) {
            if (one.policy().scope().covers(domain)) {
                one.judge(request, product)
                        .ifPresent((one.enforcement() == Enforcement.MANDATORY ? mandatory : advice)::add);
            }
        }
        Optional<Decider> decider = first(mandatory, Effect.DENY).or(() -> first(mandatory, Effect.PERMIT));
        boolean permitted = decider.map(Decider::effect).equals(Optional.of(Effect.PERMIT));
        return new AccessDecision(setRevision, permitted, decider.orElse(null), advice);
    }

    private static Optional<Decider> first(List<Decider> applied, Effect effect) {
        return applied.stream().filter(one -> one.effect() == effect).findFirst();
    }
}
