package io.meshwork.notifier.feed.stream;

import io.meshwork.notifier.feed.log.Entry;
import io.meshwork.notifier.feed.log.Selection;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What waits for one who follows. The broadcast never waits for them: who takes too slowly is left behind. */
final class Follower {

    sealed interface Signal {
        record Told(Entry entry) implements Signal {}

        /** Too much waited; it is in the log. */
        record FellBehind() implements Signal {}

        /** Nothing more comes. */
        record Closed() implements Signal {}
    }

    private final Selection selection;
    private final int most;
    private final LinkedBlockingQueue<Signal> waiting = new LinkedBlockingQueue<>();

    /** @param most entries that may wait */
    Follower(Selection selection, int most) {
        this.selection = selection;
        this.most = most;
    }

    /** @return false when it is left behind, because too much waits */
    boolean offer(Entry entry) {
        if (!selection.wants(entry.update())) {
            return true;
        }
        if (waiting.size() >= most) {
            insteadOfAll(new Signal.FellBehind());
            return false;
        }
        return waiting.add(new Signal.Told(entry));
    }

    void close() {
        insteadOfAll(new Signal.Closed());
    }

    private void insteadOfAll(Signal signal) {
        waiting.clear();
        waiting.add(signal);
    }

    boolean isIdle() {
        return waiting.isEmpty();
    }

    /** @return null when nothing came in time */
    @Nullable
    Signal next(Duration patience) throws InterruptedException {
        return waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
