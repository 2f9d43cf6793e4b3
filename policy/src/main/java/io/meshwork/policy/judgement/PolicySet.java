package io.meshwork.policy.judgement;

import io.meshwork.policy.access.AccessRequest;
import io.meshwork.policy.language.Answer;
import io.meshwork.policy.language.Answer.Decided;
import io.meshwork.policy.language.Fact;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.language.Situation;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Enforcement;
import io.meshwork.policy.model.Policy;
import io.meshwork.policy.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The policies and waivers of one moment, sorted by domain: which policies weigh how much follows from the moment alone, so that
 * all replicas judge alike, and a verdict can be computed again later. Immutable; safe for use by many threads.
 */
public final class PolicySet {

    /** So many violations fit into one event on every tier of every broker. */
    static final int MOST_VIOLATIONS = 200;

    private static final Comparator<PolicyInForce> MANDATORY_FIRST = Comparator.comparing(
                    (PolicyInForce p) -> !p.isMandatory())
            .thenComparing(p -> p.policy().id());

    private final long revision;
    private final Instant asOf;
    private final List<PolicyRevision> policies;
    private final Waivers waivers;
    private final List<PolicyInForce> global;
    private final Map<String, List<PolicyInForce>> byDomain = new HashMap<>();
    private final Map<String, Duration> graces = new HashMap<>();
    private final AccessInForce access;
    private final Set<Fact> reads = EnumSet.noneOf(Fact.class);

    /** @param asOf the moment that decides which stage of its roll-out a policy is in */
    public PolicySet(long revision, Instant asOf, List<PolicyRevision> policies, Waivers waivers) {
        this.revision = revision;
        this.asOf = asOf;
        this.policies = List.copyOf(policies);
        this.waivers = waivers;
        this.global = inForce(null);
        this.access = new AccessInForce(revision, asOf, policies);
        for (PolicyRevision one : policies) {
            graces.put(one.policy().id(), one.policy().grace());
            if (one.policy().scope() instanceof Scope.Domain(var id)) {
                byDomain.computeIfAbsent(id, this::inForce);
            }
        }
        Stream.concat(Stream.of(global), byDomain.values().stream())
                .flatMap(List::stream)
                .forEach(policy -> reads.addAll(policy.rules().reads()));
    }

    public long revision() {
        return revision;
    }

    public Instant asOf() {
        return asOf;
    }

    /** The facts that a verdict of this set may depend on. */
    public Set<Fact> reads() {
        return reads;
    }

    /** The facts that a decision about access may depend on. */
    public Set<Fact> readsForAccess() {
        return access.reads();
    }

    /** @param productId {@code domain.name} */
    public AccessDecision decide(String productId, AccessRequest request, Facts product) {
        return access.decide(Scope.domainOf(productId), request, product);
    }

    /** Only what a change of this policy can change: the policy, or what it tightens, with all its tightenings. */
    public PolicySet about(Policy policy) {
        String id = subject(policy);
        return new PolicySet(
                revision,
                asOf,
                policies.stream()
                        .filter(one -> subject(one.policy()).equals(id))
                        .toList(),
                waivers);
    }

    /** As it would be with this policy, at a moment. */
    public PolicySet with(Policy policy, Instant moment) {
        List<PolicyRevision> others = new ArrayList<>(policies);
        others.removeIf(one -> one.policy().id().equals(policy.id()));
        others.add(new PolicyRevision(policy, 0));
        return new PolicySet(revision, moment, others, waivers);
    }

    /** The policy of this id that is in force, or disabled; empty when there is none. */
    public Optional<PolicyRevision> find(String id) {
        return policies.stream().filter(one -> one.policy().id().equals(id)).findFirst();
    }

    private static String subject(Policy policy) {
        return switch (policy.content()) {
            case Content.Rules rules -> policy.id();
            case Content.Access access -> policy.id();
            case Content.Tightening tightening -> tightening.policyId();
        };
    }

    /** @param productId {@code domain.name} */
    public Verdict judge(String productId, Facts facts) {
        List<Violation> found = null;
        int applied = 0;
        for (PolicyInForce policy : of(productId)) {
            Situation situation = policy.situation(facts);
            Answer applies = policy.applies(situation);
            if (applies != Decided.NO) {
                applied++;
                found = policy.judge(applies, situation, found);
            }
        }
        return Verdict.of(revision, applied, found == null ? List.of() : waivers.excuse(productId, shorten(found)));
    }

    /** Every policy that is in force for the product, with what decided. */
    public List<Explanation> explain(String productId, Facts facts) {
        return of(productId).stream()
                .map(policy -> Explanation.of(policy, policy.situation(facts)))
                .toList();
    }

    /**
     * A product that complied until policies changed is not blocked at once.
     *
     * @param judged by this set, on the same version as {@code last}
     * @param last what was said of the version before
     * @param policiesChanged {@code last} is of another set; otherwise the product's own facts changed, and nothing is spared
     */
    public Verdict spare(Verdict judged, Verdict last, boolean policiesChanged, Instant now) {
        List<Violation> violations = judged.violations().stream()
                .map(v -> v.mandated() ? v.blockingAt(blocksAt(v, last, policiesChanged, now)) : v)
                .toList();
        return Verdict.of(judged.policySetRevision(), judged.policiesEvaluated(), violations);
    }

    private @Nullable Instant blocksAt(Violation violation, Verdict last, boolean policiesChanged, Instant now) {
        Optional<Violation> before =
                last.violations().stream().filter(violation::isOfSameRuleAs).findFirst();
        if (before.isPresent() && before.get().mandated()) {
            Instant known = before.get().blocksAt();
            return known != null && known.isAfter(now) ? known : null;
        }
        Duration grace = graces.getOrDefault(violation.policyId(), Duration.ZERO);
        Instant end = asOf.plus(grace);
        return policiesChanged && end.isAfter(now) ? end : null;
    }

    private List<PolicyInForce> of(String productId) {
        return byDomain.getOrDefault(Scope.domainOf(productId), global);
    }

    private static List<Violation> shorten(List<Violation> found) {
        if (found.size() <= MOST_VIOLATIONS) {
            return found;
        }
        List<Violation> first = new ArrayList<>(found.subList(0, MOST_VIOLATIONS));
        String more = " (and " + (found.size() - MOST_VIOLATIONS) + " more violations that are not listed)";
        first.set(MOST_VIOLATIONS - 1, first.getLast().saying(more));
        return first;
    }

    /** @param domain null for those that have no policies of their own */
    private List<PolicyInForce> inForce(@Nullable String domain) {
        Map<String, PolicyInForce> found = new HashMap<>();
        for (PolicyRevision one : policies) {
            if (one.policy().content() instanceof Content.Rules rules && covers(one, domain)) {
                found.put(
                        one.policy().id(),
                        PolicyInForce.of(one, rules, one.policy().rollout().at(asOf)));
            }
        }
        for (PolicyRevision one : policies) {
            Enforcement enforcement = one.policy().rollout().at(asOf);
            if (one.policy().content() instanceof Content.Tightening tightening
                    && covers(one, domain)
                    && enforcement != Enforcement.DISABLED) {
                found.computeIfPresent(
                        tightening.policyId(), (id, policy) -> policy.tightened(tightening, enforcement));
            }
        }
        return found.values().stream()
                .filter(policy -> policy.enforcement() != Enforcement.DISABLED)
                .sorted(MANDATORY_FIRST)
                .toList();
    }

    private static boolean covers(PolicyRevision one, @Nullable String domain) {
        Scope scope = one.policy().scope();
        return scope instanceof Scope.Global || domain != null && scope.covers(domain);
    }
}
