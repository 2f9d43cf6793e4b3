package io.meshwork.local.command;

import io.meshwork.local.log.LinesOf;
import io.meshwork.local.process.LogTail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where something is logged.
 *
 * @param part whose lines alone are meant, null for the whole file
 */
record LogSource(Path file, @Nullable String part) {

    static LogSource of(Path file) {
        return new LogSource(file, null);
    }

    String heading() {
        return "==> " + file.getFileName() + (part == null ? "" : ", of " + part) + " <==";
    }

    List<String> last(int lines) throws IOException {
        return part == null
                ? LogTail.lines(file, lines)
                : LogTail.lines(file, lines, all -> new LinesOf(part).among(all));
    }

    /** Remembers what it was given: for lines that follow on one another. */
    UnaryOperator<List<String>> wanted() {
        return part == null ? all -> all : new LinesOf(part)::among;
    }
}
