package io.meshwork.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Whether others use the machine too, which makes figures worthless. */
final class Machine {

    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final double QUIET = 0.1;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Share 0..1 of all processors that is in use; call it while nothing of ours runs. */
    double busy() throws InterruptedException {
        var unused = system.getCpuLoad();
        TimeUnit.MILLISECONDS.sleep(WINDOW.toMillis());
        return system.getCpuLoad();
    }

    /** A remark for the reader of figures that were measured between two looks at the machine. */
    String remark(double before, double after) {
        String load = String.format(
                Locale.ROOT,
                "%d processors, %.0f %% busy before and %.0f %% after the measurement",
                system.getAvailableProcessors(),
                before * 100,
                after * 100);
        return Math.max(before, after) <= QUIET
                ? load + "."
                : load + ": DO NOT TRUST these figures, others use the machine.";
    }
}
