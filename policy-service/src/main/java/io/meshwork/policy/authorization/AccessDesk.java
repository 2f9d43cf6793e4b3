package io.meshwork.policy.authorization;

import io.meshwork.policy.evaluation.MeshFacts;
import io.meshwork.policy.evaluation.MeshFacts.Known;
import io.meshwork.policy.evaluation.MeshFacts.Subject;
import io.meshwork.policy.evaluation.PolicySets;
import io.meshwork.policy.evaluation.Verdicts;
import io.meshwork.policy.inforce.SetRevisions;
import io.meshwork.policy.judgement.AccessDecision;
import io.meshwork.policy.judgement.PolicySet;
import io.meshwork.policy.language.Facts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides by the set in force and the newest version of each product. Nobody who judges or changes policies makes it wait. */
public final class AccessDesk {

    private final SetRevisions revisions;
    private final PolicySets sets;
    private final Verdicts verdicts;
    private final MeshFacts facts;
    private final Clock clock;

    public AccessDesk(SetRevisions revisions, PolicySets sets, Verdicts verdicts, MeshFacts facts, Clock clock) {
        this.revisions = revisions;
        this.sets = sets;
        this.verdicts = verdicts;
        this.facts = facts;
        this.clock = clock;
    }

    /** One answer per question, in the same order. */
    public List<AccessAnswer> answer(List<AccessQuestion> questions) {
        PolicySet set = sets.present(revisions.current());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, Known> products = products(questions, set, now);
        return questions.stream()
                .map(question -> answer(question, set, products.get(question.productId()), now))
                .toList();
    }

    /** By id. */
    private Map<String, Known> products(List<AccessQuestion> questions, PolicySet set, Instant now) {
        List<Subject> newest =
                verdicts
                        .newest(questions.stream()
                                .map(AccessQuestion::productId)
                                .collect(Collectors.toSet()))
                        .stream()
                        .map(version -> new Subject(version, Facts.ofProduct(version.contract())))
                        .toList();
        Map<String, Known> products = new HashMap<>();
        for (Known known : facts.about(newest, set.readsForAccess(), now)) {
            products.put(known.version().productId(), known);
        }
        return products;
    }

    private static AccessAnswer answer(AccessQuestion question, PolicySet set, @Nullable Known product, Instant now) {
        if (product == null) {
            AccessDecision nothing = new AccessDecision(set.revision(), false, null, List.of());
            return new AccessAnswer(question, null, nothing, now);
        }
        AccessDecision decision = set.decide(question.productId(), question.request(), product.facts());
        return new AccessAnswer(question, product.version().version(), decision, now);
    }
}
