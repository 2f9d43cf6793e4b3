package io.meshwork.catalog.product.kafka;

import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.contract.change.Change;
import io.meshwork.events.PublishedChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classified changes as part of {@code product.published}; kept small, because the event carries the whole contract anyway. */
final class ChangeRecords {

    /** Most changes in one event. */
    static final int MOST = 100;

    /** Longest text of a change, characters; the end of a longer one is cut. */
    private static final int LONGEST = 240;

    private ChangeRecords() {}

    /** The first ones; breaking changes come first. */
    static List<PublishedChange> of(Published published) {
        return published.changes().stream()
                .limit(MOST)
                .map(ChangeRecords::record)
                .toList();
    }

    private static PublishedChange record(Change change) {
        return PublishedChange.newBuilder()
                .setKind(change.kind().text())
                .setImpact(change.impact().text())
                .setPath(cut(change.path()))
                .setBefore(text(change.before()))
                .setAfter(text(change.after()))
                .setReason(cut(change.reason()))
                .build();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : cut(value.toString());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
