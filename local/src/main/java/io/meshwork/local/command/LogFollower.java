package io.meshwork.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints what is added to logs, as {@code tail -f} does. */
final class LogFollower {

    private static final int MILLIS_BETWEEN_LOOKS = 200;
    private static final int MOST_AT_ONCE = 1 << 20;

    private final List<Path> logs;
    private final PrintWriter out;
    private final Map<Path, Long> shown = new HashMap<>();
    private Path latest;

    LogFollower(List<Path> logs, PrintWriter out) throws IOException {
        this.logs = logs;
        this.out = out;
        this.latest = logs.isEmpty() ? Path.of("") : logs.getLast();
        for (Path log : logs) {
            shown.put(log, Files.size(log));
        }
    }

    /** Until interrupted. */
    void follow() throws IOException, InterruptedException {
        while (true) {
            showNews();
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
    }

    void showNews() throws IOException {
        for (Path log : logs) {
            long from = shown.getOrDefault(log, 0L);
            if (Files.exists(log) && Files.size(log) != from) {
                shown.put(log, show(log, Files.size(log) < from ? 0 : from));
            }
        }
        out.flush();
    }

    private long show(Path log, long from) throws IOException {
        if (!log.equals(latest)) {
            out.println("==> " + log.getFileName() + " <==");
            latest = log;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] news = new byte[Math.toIntExact(Math.min(MOST_AT_ONCE, file.length() - from))];
            file.seek(from);
            file.readFully(news);
            out.print(new String(news, StandardCharsets.UTF_8));
            return from + news.length;
        }
    }
}
