package io.meshwork.catalog.product;

import io.meshwork.catalog.product.ProductStore.Judged;
import io.meshwork.messaging.Cause;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Joins what policies and data say about versions, in whatever order it comes, and announces the products that stand differently. */
public final class Listings {

    private final ProductStore store;
    private final Clock clock;

    public Listings(ProductStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @return versions the catalog does not know; judgements on them were not kept */
    public Set<VersionId> judge(List<Judgement> judgements, Announcements announcements) {
        Set<VersionId> unknown =
                new HashSet<>(judgements.stream().map(Judgement::subject).toList());
        store.lock(unknown.stream().map(VersionId::productId).distinct().toList());
        Set<VersionId> known = store.known(unknown);
        unknown.removeAll(known);
        List<Judgement> kept = judgements.stream()
                .filter(judgement -> known.contains(judgement.subject()))
                .toList();
        if (!kept.isEmpty()) {
            store.judge(kept);
            announce(kept, announcements);
        }
        return unknown;
    }

    private void announce(List<Judgement> kept, Announcements announcements) {
        Map<String, Cause> causes = new HashMap<>();
        kept.forEach(judgement -> causes.put(judgement.subject().productId(), judgement.cause()));
        Collection<Standing> changed = store.judged(causes.keySet()).stream()
                .filter(Listings::isChanged)
                .map(judged -> changed(judged, causes))
                .toList();
        changed.forEach(announcements::listed);
        store.updateListings(changed);
        store.remember(changed);
    }

    private static boolean isChanged(Judged judged) {
        return !Listing.of(judged.verdict(), judged.score()).equals(judged.listing());
    }

    private Standing changed(Judged judged, Map<String, Cause> causes) {
        Cause cause = Objects.requireNonNull(causes.get(judged.header().id()));
        return new Standing(
                judged.header(),
                judged.version(),
                Listing.of(judged.verdict(), judged.score()),
                judged.revision() + 1,
                judged.submittedAt(),
                clock.instant(),
                judged.lives(),
                new Standing.Happened.Judged(),
                cause);
    }
}
