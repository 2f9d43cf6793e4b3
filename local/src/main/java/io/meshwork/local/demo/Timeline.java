package io.meshwork.local.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * Tells in the order in which things happened what several topics bring in any order: each is held back for a while, in which
 * what happened before it can still arrive.
 */
final class Timeline implements AutoCloseable {

    private static final Duration HELD_BACK = Duration.ofMillis(1_500);
    private static final int MILLIS_BETWEEN_LOOKS = 50;

    private record Entry(Instant at, long number, Runnable tell) {}

    private final Clock clock;
    private final PriorityQueue<Entry> waiting =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private final Thread thread;
    private long number;

    Timeline(Clock clock) {
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("demo-timeline").daemon().start(this::run);
    }

    synchronized void add(Instant at, Runnable tell) {
        waiting.add(new Entry(at, number++, tell));
    }

    synchronized void tellUntil(Instant moment) {
        while (!waiting.isEmpty() && !waiting.peek().at().isAfter(moment)) {
            waiting.remove().tell().run();
        }
    }

    private void run() {
        try {
            while (true) {
                tellUntil(clock.instant().minus(HELD_BACK));
                TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
            }
        } catch (InterruptedException closed) {
            tellUntil(Instant.MAX);
        }
    }

    /** Returns when everything is told. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
