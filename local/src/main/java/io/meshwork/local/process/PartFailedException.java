package io.meshwork.local.process;

import java.io.IOException;
import java.nio.file.Path;

/** A part of the platform did not come up; the message says which, and shows the end of its log. */
public final class PartFailedException extends RuntimeException {

    private static final int LINES_SHOWN = 15;

    public PartFailedException(String message) {
        super(message);
    }

    public PartFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    static PartFailedException ended(String name, int exitCode, Path log) {
        return new PartFailedException(
                name + " ended with exit code " + exitCode + ". The end of " + log + ":\n" + endOf(log));
    }

    private static String endOf(Path log) {
        try {
            return String.join("\n", LogTail.lines(log, LINES_SHOWN));
        } catch (IOException unreadable) {
            return "(not readable: " + unreadable.getMessage() + ")";
        }
    }
}
