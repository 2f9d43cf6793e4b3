package io.meshwork.catalog.product;

import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.contract.version.SemanticVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The store without a database, for the use cases. */
final class StoreInMemory implements ProductStore {

    final List<String> calls = new ArrayList<>();
    final List<DecidedSubmission> submissions = new ArrayList<>();
    final Map<VersionId, Published> versions = new HashMap<>();
    final List<Standing> remembered = new ArrayList<>();
    final Map<String, Standing> standings = new TreeMap<>();
    private final Map<VersionId, Verdict> verdicts = new HashMap<>();
    private final Map<VersionId, Score> scores = new HashMap<>();

    @Override
    public void lock(Collection<String> productIds) {
        calls.add("lock " + productIds);
    }

    @Override
    public Map<String, ProductState> states(Collection<VersionId> asked) {
        return asked.stream()
                .map(VersionId::productId)
                .distinct()
                .filter(standings::containsKey)
                .collect(Collectors.toMap(id -> id, this::state));
    }

    private ProductState state(String id) {
        Map<String, String> hashes = new HashMap<>();
        versions.forEach((version, published) -> {
            if (version.productId().equals(id)) {
                hashes.put(version.version(), published.submission().contract().contentHash());
            }
        });
        Standing standing = standings.get(id);
        return new ProductState(
                id,
                standing.revision(),
                new ProductState.Latest(
                        SemanticVersion.parse(standing.version()).orElseThrow(),
                        versions.get(new VersionId(id, standing.version()))
                                .submission()
                                .contract()
                                .canonicalJson()),
                standing.lives(),
                List.of(),
                hashes);
    }

    @Override
    public void addVersions(Collection<Published> published) {
        published.forEach(one -> versions.put(one.submission().versionId(), one));
    }

    @Override
    public void updateListings(Collection<Standing> changed) {
        changed.forEach(standing -> standings.put(standing.productId(), standing));
    }

    @Override
    public void remember(Collection<Standing> rows) {
        remembered.addAll(rows);
    }

    @Override
    public void decided(Collection<DecidedSubmission> decided) {
        submissions.addAll(decided);
    }

    @Override
    public Set<VersionId> known(Collection<VersionId> asked) {
        return asked.stream().filter(versions::containsKey).collect(Collectors.toSet());
    }

    @Override
    public void judge(Collection<Judgement> judgements) {
        for (Judgement judgement : judgements) {
            switch (judgement) {
                case Judgement.ByPolicies(var subject, var verdict, var cause) ->
                    verdicts.merge(subject, verdict, (a, b) -> a.policySetRevision() >= b.policySetRevision() ? a : b);
                case Judgement.ByData(var subject, var score, var cause) ->
                    scores.merge(subject, score, (a, b) -> a.runSequence() >= b.runSequence() ? a : b);
            }
        }
    }

    @Override
    public List<Judged> judged(Collection<String> productIds) {
        return productIds.stream()
                .filter(standings::containsKey)
                .map(standings::get)
                .map(this::judged)
                .toList();
    }

    private Judged judged(Standing standing) {
        VersionId latest = new VersionId(standing.productId(), standing.version());
        return new Judged(
                standing.header(),
                standing.version(),
                standing.listing(),
                standing.revision(),
                standing.submittedAt(),
                standing.lives(),
                verdicts.get(latest),
                scores.get(latest));
    }

    @Override
    public void refreshed(Map<String, Instant> refreshedAt) {
        throw new UnsupportedOperationException("no use case needs it");
    }
}
