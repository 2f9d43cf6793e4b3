package io.meshwork.catalog.discovery;

import org.jspecify.annotations.Nullable;

/**
 * How far the index has followed the tables.
 *
 * @param database which tables: a restored database is another one
 * @param seen all changes of this snapshot are in the index
 * @param window the changes that are being read now, null between two readings
 */
public record Position(
        String database, Snapshot seen, @Nullable Window window) {

    /**
     * Changes up to a snapshot, read in the order of transaction and product.
     *
     * @param change transaction of the last change that is in the index
     * @param id product of the last change that is in the index, empty at the beginning
     */
    public record Window(Snapshot to, String change, String id) {}

    static Position start(Tables tables) {
        return new Position(tables.database(), Snapshot.ORIGIN, null);
    }

    /** Whether the index has all products, but for the latest changes. */
    public boolean isComplete() {
        return !seen.equals(Snapshot.ORIGIN);
    }

    /** Not when the tables are others, or have gone back to an earlier state. */
    boolean leadsTo(Tables tables) {
        return database.equals(tables.database()) && !seen.isLaterThan(tables.snapshot());
    }

    Position towards(Snapshot to) {
        return new Position(database, seen, new Window(to, seen.xmin(), ""));
    }

    Position at(Window reached) {
        return new Position(database, seen, reached);
    }

    Position reached(Snapshot to) {
        return new Position(database, to, null);
    }
}
