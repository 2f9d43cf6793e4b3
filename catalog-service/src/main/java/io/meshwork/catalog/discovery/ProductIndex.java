package io.meshwork.catalog.discovery;

import java.util.List;
import java.util.Optional;

/** The index as the one who fills it sees it; not for several threads. */
public interface ProductIndex {

    /** Opens what is on disk, or an empty index when that is damaged or of another format; does nothing when it is open. */
    void open();

    /** Empty when the index was never filled. */
    Optional<Position> position();

    /** From here on all products are added anew; the old ones are found until the rebuild is complete. */
    void rebuild(Position start);

    /** Adds or replaces products; they are found after the next {@link #publish}. */
    void apply(List<Entry> products, Position reached);

    /** Lets what was applied be found. */
    void publish();

    /** Keeps what was applied over a restart, together with its position. */
    void commit();

    /** How many products can be found. */
    int size();
}
