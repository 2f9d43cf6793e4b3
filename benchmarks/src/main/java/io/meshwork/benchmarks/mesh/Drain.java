package io.meshwork.benchmarks.mesh;

import io.meshwork.benchmarks.WorkNotDoneException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The pace at which a backlog was worked off, after a warm-up.
 *
 * @param records that were timed
 */
public record Drain(long records, Duration time) {

    public double perSecond() {
        return records * 1e9 / time.toNanos();
    }

    /**
     * Watches a count until it has reached the total.
     *
     * @param warmUp the clock starts when so many are done
     * @throws WorkNotDoneException when the count stands still for too long
     */
    public static Drain watch(LongSupplier count, long warmUp, long total, String what) throws InterruptedException {
        long begin = 0;
        long first = 0;
        long last = -1;
        long moved = System.nanoTime();
        while (true) {
            long done = count.getAsLong();
            long now = System.nanoTime();
            if (done != last) {
                last = done;
                moved = now;
            }
            if (begin == 0 && done >= warmUp) {
                begin = now;
                first = done;
            }
            if (done >= total) {
                return new Drain(done - first, Duration.ofNanos(now - begin));
            }
            if (now - moved > MeasuredMesh.PATIENCE.toNanos()) {
                throw new WorkNotDoneException("only " + done + " of " + total + " " + what + " after "
                        + MeasuredMesh.PATIENCE.toSeconds() + " s without progress");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
