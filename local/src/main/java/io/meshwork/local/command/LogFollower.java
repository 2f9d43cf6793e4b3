package io.meshwork.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Prints what is added to logs, as {@code tail -f} does, in whole lines. */
final class LogFollower {

    private static final int MILLIS_BETWEEN_LOOKS = 200;
    private static final int MOST_AT_ONCE = 1 << 20;

    private final List<Followed> logs = new ArrayList<>();
    private final PrintWriter out;
    private @Nullable LogSource latest;

    private static final class Followed {
        private final LogSource log;
        private final UnaryOperator<List<String>> wanted;
        private long shown;

        private Followed(LogSource log) throws IOException {
            this.log = log;
            this.wanted = log.wanted();
            this.shown = Files.size(log.file());
        }
    }

    LogFollower(List<LogSource> logs, PrintWriter out) throws IOException {
        this.out = out;
        this.latest = logs.isEmpty() ? null : logs.getLast();
        for (LogSource log : logs) {
            this.logs.add(new Followed(log));
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
        for (Followed followed : logs) {
            if (Files.exists(followed.log.file()) && Files.size(followed.log.file()) != followed.shown) {
                show(followed.log, followed.wanted.apply(news(followed)));
            }
        }
        out.flush();
    }

    private static List<String> news(Followed followed) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(followed.log.file().toFile(), "r")) {
            long from = file.length() < followed.shown ? 0 : followed.shown;
            byte[] news = new byte[Math.toIntExact(Math.min(MOST_AT_ONCE, file.length() - from))];
            file.seek(from);
            file.readFully(news);
            int end = endOfLines(news);
            followed.shown = from + end;
            return new String(news, 0, end, StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** A line that is being written is left for the next time, unless it never ends. */
    private static int endOfLines(byte[] news) {
        for (int end = news.length; end > 0; end--) {
            if (news[end - 1] == '\n') {
                return end;
            }
        }
        return news.length == MOST_AT_ONCE ? news.length : 0;
    }

    private void show(LogSource log, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        if (!log.equals(latest)) {
            out.println(log.heading());
            latest = log;
        }
        lines.forEach(out::println);
    }
}
