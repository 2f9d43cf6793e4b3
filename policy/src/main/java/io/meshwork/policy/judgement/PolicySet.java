package io.meshwork.policy.judgement;

import io.meshwork.policy.document.Enforcement;
import io.meshwork.policy.document.Scope;
import io.meshwork.policy.judgement.Verdict.Compliance;
import io.meshwork.policy.language.Answer;
import io.meshwork.policy.language.Answer.Decided;
import io.meshwork.policy.language.ProductFacts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The policies of one moment, compiled and sorted by domain. Immutable; safe for use by many threads. */
public final class PolicySet {

    /** So many violations fit into one event on every tier of every broker. */
    static final int MOST_VIOLATIONS = 200;

    private static final Comparator<PolicyInForce> MANDATORY_FIRST = Comparator.comparing(
                    (PolicyInForce p) -> !p.isMandatory())
            .thenComparing(p -> p.policy().id());

    private final long revision;
    private final List<PolicyInForce> global;
    private final Map<String, List<PolicyInForce>> byDomain = new HashMap<>();

    public PolicySet(long revision, List<PolicyInForce> policies) {
        this.revision = revision;
        List<PolicyInForce> enabled = sorted(policies, p -> p.policy().enforcement() != Enforcement.DISABLED);
        this.global = sorted(enabled, p -> p.policy().scope() instanceof Scope.Global);
        for (PolicyInForce policy : enabled) {
            if (policy.policy().scope() instanceof Scope.Domain(var id)) {
                byDomain.computeIfAbsent(
                        id, domain -> sorted(enabled, p -> p.policy().scope().covers(domain)));
            }
        }
    }

    public long revision() {
        return revision;
    }

    /** @param domain that owns the product */
    public Verdict judge(String domain, ProductFacts product) {
        List<Violation> found = null;
        int applied = 0;
        for (PolicyInForce policy : byDomain.getOrDefault(domain, global)) {
            Answer applies = policy.applies(product);
            if (applies != Decided.NO) {
                applied++;
                found = policy.judge(applies, product, found);
            }
        }
        return new Verdict(revision, compliance(found), applied, shorten(found));
    }

    private static Compliance compliance(@Nullable List<Violation> found) {
        if (found == null) {
            return Compliance.COMPLIANT;
        }
        boolean mandatory = found.getFirst().enforcement().equals(Enforcement.MANDATORY.text());
        return mandatory ? Compliance.VIOLATED : Compliance.WARNINGS;
    }

    private static List<Violation> shorten(@Nullable List<Violation> found) {
        if (found == null) {
            return List.of();
        }
        if (found.size() <= MOST_VIOLATIONS) {
            return found;
        }
        List<Violation> first = found.subList(0, MOST_VIOLATIONS);
        Violation last = first.getLast();
        String more = " (and " + (found.size() - MOST_VIOLATIONS) + " more violations that are not listed)";
        first.set(
                MOST_VIOLATIONS - 1,
                new Violation(
                        last.policyId(),
                        last.policyRevision(),
                        last.rule(),
                        last.category(),
                        last.enforcement(),
                        last.message() + more,
                        last.remediation()));
        return first;
    }

    private static List<PolicyInForce> sorted(List<PolicyInForce> policies, Predicate<PolicyInForce> which) {
        return policies.stream().filter(which).sorted(MANDATORY_FIRST).toList();
    }
}
