package io.meshwork.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a program's log says of its end, in one line instead of a stack trace. */
public final class LogReason {

    private static final int MOST_BYTES = 256 * 1024;
    private static final String FRAME = "\tat ";
    private static final Pattern THROWABLE = Pattern.compile("^(Caused by: )?([\\w$]+\\.)+[\\w$]*(Exception|Error): ");
    private static final Pattern TROUBLE = Pattern.compile("\\b(FATAL|PANIC|ERROR|SEVERE)\\b");

    private LogReason() {}

    /**
     * The innermost exception, else the last line that tells of trouble; empty when there is none.
     *
     * @param from where the log ended before the program was started
     */
    public static Optional<String> of(Path log, long from) {
        try {
            return of(lines(log, from));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    static Optional<String> of(List<String> lines) {
        for (int i = lines.size() - 1; i > 0; i--) {
            if (lines.get(i).startsWith(FRAME) && !lines.get(i - 1).startsWith(FRAME)) {
                return Optional.of(
                        THROWABLE.matcher(lines.get(i - 1)).replaceFirst("").strip());
            }
        }
        return lines.reversed().stream()
                .filter(line -> TROUBLE.matcher(line).find())
                .findFirst()
                .map(String::strip);
    }

    private static List<String> lines(Path log, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long begin = Math.max(from > file.length() ? 0 : from, file.length() - MOST_BYTES);
            byte[] news = new byte[Math.toIntExact(file.length() - begin)];
            file.seek(begin);
            file.readFully(news);
            return new String(news, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
