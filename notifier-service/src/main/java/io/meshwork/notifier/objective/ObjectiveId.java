package io.meshwork.notifier.objective;

import java.util.Comparator;

/** An objective of a product, as its contract names it. */
public record ObjectiveId(String productId, String objective) implements Comparable<ObjectiveId> {

    private static final Comparator<ObjectiveId> ORDER =
            Comparator.comparing(ObjectiveId::productId).thenComparing(ObjectiveId::objective);

    @Override
    public int compareTo(ObjectiveId other) {
        return ORDER.compare(this, other);
    }
}
