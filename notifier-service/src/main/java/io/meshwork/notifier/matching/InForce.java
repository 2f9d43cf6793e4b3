package io.meshwork.notifier.matching;

import io.meshwork.notifier.matching.Changes.Page;
import io.meshwork.notifier.matching.Changes.Position;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions in force at the moment of a decision. Every decision first brings the index to where the tables are, so that
 * what was committed before it counts, whichever replica wrote it; an event then costs those it may concern.
 */
public final class InForce {

    private final Changes changes;
    private final SubscriptionIndex index = new SubscriptionIndex();
    private final ReadWriteLock content = new ReentrantReadWriteLock();
    /** Readings one after the other, so that the position never goes back. */
    private final ReentrantLock reading = new ReentrantLock();

    private @Nullable Position position;

    public InForce(Changes changes) {
        this.changes = changes;
    }

    /** Those that may want news. */
    public interface View {

        /** As {@link SubscriptionIndex#candidates}. */
        Collection<Subscription> candidates(About about, Collection<String> kinds);

        /** Those of these ids that have not ended. */
        Collection<Subscription> find(Set<String> ids);
    }

    /** As of now, with what this transaction itself has changed; call it inside the transaction, after its changes. */
    public View now() {
        reading.lock();
        try {
            return follow();
        } finally {
            reading.unlock();
        }
    }

    /** What this transaction changed may be rolled back; then the rows are again what they were, so the position has to stay. */
    private View follow() {
        var seen = position;
        var page = changes.read(seen, null);
        if (seen != null && !seen.database().equals(page.now().database())) {
            clear();
            page = changes.read(null, null);
        }
        var own = new ArrayList<Stored>();
        take(page, own);
        while (page.last() != null) {
            page = changes.read(position, page);
            take(page, own);
        }
        if (own.isEmpty()) {
            position = page.now();
            return new Committed();
        }
        return overlaid(own);
    }

    private void clear() {
        content.writeLock().lock();
        try {
            index.clear();
            position = null;
        } finally {
            content.writeLock().unlock();
        }
    }

    private void take(Page page, List<Stored> own) {
        own.addAll(page.own());
        if (page.committed().isEmpty()) {
            return;
        }
        content.writeLock().lock();
        try {
            page.committed().forEach(index::put);
        } finally {
            content.writeLock().unlock();
        }
    }

    private View overlaid(List<Stored> own) {
        var overlay = new SubscriptionIndex();
        Map<String, Stored> changed = new HashMap<>();
        own.forEach(stored -> {
            overlay.put(stored);
            changed.put(stored.subscription().id(), stored);
        });
        return new Overlaid(new Committed(), overlay, changed.keySet());
    }

    private final class Committed implements View {

        @Override
        public Collection<Subscription> candidates(About about, Collection<String> kinds) {
            return read(() -> index.candidates(about, kinds));
        }

        @Override
        public Collection<Subscription> find(Set<String> ids) {
            return read(() -> index.find(ids));
        }

        private Collection<Subscription> read(Supplier<Collection<Subscription>> what) {
            content.readLock().lock();
            try {
                return what.get();
            } finally {
                content.readLock().unlock();
            }
        }
    }

    /** @param changed ids that the overlay alone decides about */
    private record Overlaid(View committed, SubscriptionIndex overlay, Set<String> changed) implements View {

        @Override
        public Collection<Subscription> candidates(About about, Collection<String> kinds) {
            return both(committed.candidates(about, kinds), overlay.candidates(about, kinds));
        }

        @Override
        public Collection<Subscription> find(Set<String> ids) {
            return both(committed.find(ids), overlay.find(ids));
        }

        private Collection<Subscription> both(Collection<Subscription> before, Collection<Subscription> own) {
            var both = new ArrayList<>(before);
            both.removeIf(subscription -> changed.contains(subscription.id()));
            both.addAll(own);
            both.sort(Comparator.comparing(Subscription::id));
            return both;
        }
    }
}
