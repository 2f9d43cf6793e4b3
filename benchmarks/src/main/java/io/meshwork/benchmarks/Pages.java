package io.meshwork.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Memory of processes that is really in RAM, in bytes; a page that several share counts once in their sum (Linux only). */
final class Pages {

    private static final String PROPORTIONAL = "Pss:";

    private Pages() {}

    static long of(ProcessHandle process) throws IOException {
        return of(Stream.of(process));
    }

    static long of(Stream<ProcessHandle> processes) throws IOException {
        long sum = 0;
        for (ProcessHandle process : processes.toList()) {
            sum += proportional(Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup")));
        }
        return sum;
    }

    private static long proportional(List<String> rollup) {
        return rollup.stream()
                .filter(line -> line.startsWith(PROPORTIONAL))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
    }
}
