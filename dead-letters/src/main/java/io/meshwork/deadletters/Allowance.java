package io.meshwork.deadletters;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How much somebody who waits for the answer may still read, whatever lies in the topics. */
public final class Allowance {

    private final long end;
    private long records;
    private long bytes;
    private boolean touched;

    /**
     * @param records at most
     * @param bytes of keys and values at most
     * @param time at most, from now on
     */
    public Allowance(long records, long bytes, Duration time) {
        this.records = records;
        this.bytes = bytes;
        this.end = System.nanoTime() + time.toNanos();
    }

    void spend(long size) {
        touched = true;
        records--;
        bytes -= size;
    }

    /** Nothing more is needed. */
    public void end() {
        records = 0;
    }

    public boolean isSpent() {
        return records <= 0 || bytes <= 0 || isOver();
    }

    /** Whether time is over before anything was read. */
    boolean wasInVain() {
        return !touched && isOver();
    }

    private boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    Duration atMost(Duration wait) {
        long left = Math.max(0, end - System.nanoTime());
        return left < wait.toNanos() ? Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(left) + 1) : wait;
    }
}
