package io.meshwork.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** The last lines of a log, read from its end: logs grow large. */
public final class LogTail {

    private static final int BYTES_PER_LINE = 400;
    private static final long MOST_BYTES = 16 << 20;

    private LogTail() {}

    /** At most {@code count} lines. */
    public static List<String> lines(Path log, int count) throws IOException {
        return lines(log, count, all -> all);
    }

    /**
     * At most {@code count} lines, fewer when those that are wanted lie far back.
     *
     * @param wanted chooses among lines; asked again with more when they are too few
     */
    public static List<String> lines(Path log, int count, UnaryOperator<List<String>> wanted) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long length = file.length();
            for (long bytes = Math.min(MOST_BYTES, (long) count * BYTES_PER_LINE); ; bytes *= 8) {
                long from = Math.max(0, length - Math.min(MOST_BYTES, bytes));
                List<String> found = wanted.apply(read(file, from, length));
                if (found.size() >= count || from == 0 || bytes >= MOST_BYTES) {
                    return found.subList(Math.max(0, found.size() - count), found.size());
                }
            }
        }
    }

    private static List<String> read(RandomAccessFile file, long from, long to) throws IOException {
        byte[] end = new byte[Math.toIntExact(to - from)];
        file.seek(from);
        file.readFully(end);
        return new String(end, StandardCharsets.UTF_8)
                .lines()
                .skip(from > 0 ? 1 : 0)
                .toList();
    }
}
