package io.meshwork.catalog.discovery;

import io.meshwork.catalog.discovery.Changes.Page;
import io.meshwork.catalog.discovery.Position.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the index to where the tables are. Every step is repeatable and its position is kept with what it added, so that a step
 * that fails, whatever the reason, is simply taken again.
 */
public final class Follower {

    private static final Logger log = LoggerFactory.getLogger(Follower.class);

    /** A contract may have half a megabyte, and a page of them is in memory. */
    private static final int PAGE = 100;

    private static final Duration PUBLISH_AT_LEAST_EVERY = Duration.ofSeconds(1);

    private final Changes changes;
    private final ProductIndex index;
    private final Duration commitEvery;
    private final Clock clock;
    private Instant published = Instant.EPOCH;
    private Instant committed = Instant.EPOCH;

    public Follower(Changes changes, ProductIndex index, Duration commitEvery, Clock clock) {
        this.changes = changes;
        this.index = index;
        this.commitEvery = commitEvery;
        this.clock = clock;
    }

    /**
     * Reads the next page of changes.
     *
     * @return whether there are more to read at once
     */
    public boolean step() {
        index.open();
        Tables tables = changes.now();
        Position position = position(tables);
        Window window = position.window();
        if (window == null) {
            if (position.seen().equals(tables.snapshot())) {
                return false;
            }
            position = position.towards(tables.snapshot());
            window = position.window();
        }
        return window != null && read(position, window);
    }

    private Position position(Tables tables) {
        Optional<Position> kept = index.position();
        if (kept.isPresent() && kept.get().leadsTo(tables)) {
            return kept.get();
        }
        Position start = Position.start(tables);
        log.atInfo()
                .addKeyValue("position", kept.orElse(null))
                .log("The search index is built from the catalog's tables");
        index.rebuild(start);
        return start;
    }

    private boolean read(Position position, Window window) {
        Page page = changes.read(position.seen(), window, PAGE);
        Window next = page.next();
        Position reached = next != null ? position.at(next) : position.reached(window.to());
        boolean built = reached.isComplete() && !position.isComplete();
        index.apply(page.products(), reached);
        publish(next == null);
        commit(built);
        if (built) {
            log.atInfo().addKeyValue("products", index.size()).log("The search index is complete");
        }
        return next != null;
    }

    private void publish(boolean atEnd) {
        Instant now = clock.instant();
        if (atEnd || !now.isBefore(published.plus(PUBLISH_AT_LEAST_EVERY))) {
            index.publish();
            published = now;
        }
    }

    private void commit(boolean now) {
        Instant instant = clock.instant();
        if (now || !instant.isBefore(committed.plus(commitEvery))) {
            index.commit();
            committed = instant;
        }
    }
}
