package io.meshwork.policy.evaluation;

import io.meshwork.policy.evaluation.MeshFacts.Subject;
import io.meshwork.policy.evaluation.Verdicts.Kept;
import io.meshwork.policy.inforce.SetRevisions;
import io.meshwork.policy.judgement.Explanation;
import io.meshwork.policy.judgement.PolicySet;
import io.meshwork.policy.judgement.Verdict;
import io.meshwork.policy.judgement.Violation;
import io.meshwork.policy.language.Facts;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Computes a verdict again, from the policies and facts that it was made of, and tells what decided. */
public final class Explanations {

    private final SetRevisions revisions;
    private final PolicySets sets;
    private final Verdicts verdicts;
    private final MeshFacts facts;

    public Explanations(SetRevisions revisions, PolicySets sets, Verdicts verdicts, MeshFacts facts) {
        this.revisions = revisions;
        this.sets = sets;
        this.verdicts = verdicts;
        this.facts = facts;
    }

    /**
     * @param asOf the moment of the policy set
     * @param reproduced whether the same rules are violated now as then; otherwise this version of the service understands a
     *     policy in another way
     * @param policies every one that was in force for the product, those that do not apply included
     */
    public record Explained(Kept kept, Instant asOf, boolean reproduced, List<Explanation> policies) {}

    /** Of the newest verdict on a version, by default the newest; empty when there is none. */
    public Optional<Explained> of(String productId, @Nullable String version) {
        return verdicts.find(productId, version).flatMap(this::of);
    }

    private Optional<Explained> of(Kept kept) {
        JudgedVersion judged = kept.judged();
        return revisions.find(judged.verdict().policySetRevision()).flatMap(revision -> {
            PolicySet set = sets.past(revision);
            return verdicts.published(judged.id()).map(version -> {
                Subject subject = new Subject(version, Facts.ofProduct(version.contract()));
                Facts then = facts.again(subject, judged.inputs(), judged.evaluatedAt());
                Verdict again = set.judge(version.productId(), then);
                return new Explained(
                        kept,
                        revision.asOf(),
                        rules(again).equals(rules(judged.verdict())),
                        set.explain(version.productId(), then));
            });
        });
    }

    private static Set<String> rules(Verdict verdict) {
        return verdict.violations().stream().map(Explanations::rule).collect(Collectors.toCollection(HashSet::new));
    }

    private static String rule(Violation violation) {
        return violation.policyId() + "/" + violation.rule();
    }
}
