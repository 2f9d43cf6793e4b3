package io.meshwork.notifier.matching;

import io.meshwork.notifier.subscription.Stored;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of subscriptions as a stream of changes; used inside the transaction that decides. */
public interface Changes {

    /**
     * Subscriptions that were changed by a transaction that had ended now, but not at the position; further pages are of the same
     * now.
     *
     * @param seen null for all
     * @param after the page before, null for the first one
     */
    Page read(@Nullable Position seen, @Nullable Page after);

    /**
     * Which transactions had ended at a moment.
     *
     * @param database which tables: a restored database is another one
     * @param snapshot as PostgreSQL writes it
     */
    record Position(String database, String snapshot) {}

    /**
     * @param committed in the order of their changes
     * @param own changed by this very transaction, which may yet be rolled back
     * @param now how far the index has got when it has all pages
     * @param last where the next page begins, null on the last one
     */
    record Page(
            List<Stored> committed,
            List<Stored> own,
            Position now,
            @Nullable Last last) {}

    /** @param change transaction of the page's last row */
    record Last(String change, String id) {}
}
