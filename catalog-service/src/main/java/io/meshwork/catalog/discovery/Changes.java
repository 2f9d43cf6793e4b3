package io.meshwork.catalog.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalog's tables as a stream of changed products. */
public interface Changes {

    Tables now();

    /**
     * Products whose row was last changed by a transaction that is in the window's snapshot and not in the one seen, from the window's
     * last change on. A product that changes meanwhile is in a later window. From {@link Snapshot#ORIGIN}, all products.
     *
     * @param limit at most so many rows
     */
    Page read(Snapshot seen, Position.Window window, int limit);

    /**
     * @param products fewer than the rows read: a row may have no version yet
     * @param next where to go on, null when the window has been read to its end
     */
    record Page(List<Entry> products, Position.@Nullable Window next) {

        public Page {
            products = List.copyOf(products);
        }
    }
}
