package io.meshwork.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Memory of a process that is really in RAM, in bytes. */
public final class ResidentMemory {

    private ResidentMemory() {}

    /** The process alone; empty when it is gone. */
    public static OptionalLong of(ProcessHandle process) {
        return of(process.pid(), "VmRSS:");
    }

    /** The process's own resident pages and what its descendants hold beyond pages shared with it; empty when it is gone. */
    public static OptionalLong ofTree(ProcessHandle process) {
        OptionalLong own = of(process);
        if (own.isEmpty()) {
            return own;
        }
        long descendants = process.descendants()
                .mapToLong(child -> of(child.pid(), "RssAnon:").orElse(0))
                .sum();
        return OptionalLong.of(own.getAsLong() + descendants);
    }

    private static OptionalLong of(long pid, String line) {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        try {
            return Files.exists(status) ? fromStatus(Files.readString(status), line) : fromPs(pid);
        } catch (IOException goneMeanwhile) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong fromStatus(String status, String line) {
        return status.lines()
                .filter(candidate -> candidate.startsWith(line))
                .mapToLong(found -> kibibytes(found.replaceAll("\\D", "")))
                .findFirst();
    }

    private static OptionalLong fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
        try (var output = ps.getInputStream()) {
            String kibibytes = new String(output.readAllBytes(), StandardCharsets.US_ASCII).strip();
            return kibibytes.isEmpty() ? OptionalLong.empty() : OptionalLong.of(kibibytes(kibibytes));
        }
    }

    private static long kibibytes(String number) {
        return Long.parseLong(number) * 1024;
    }
}
