package io.meshwork.cli.publish;

import java.nio.file.Path;
import java.util.List;

/** What the catalog made of a submission. */
sealed interface Decision {

    /** @param what product and version, as far as the catalog names them */
    record Published(String what) implements Decision {}

    record Rejected(String reason, List<Problem> problems) implements Decision {}

    /** @param location where the outcome will be */
    record Pending(String location) implements Decision {}

    record Unreachable(String reason) implements Decision {}

    /**
     * One reason for a rejection.
     *
     * @param line from 1; 0 when the problem has no place in the file
     */
    record Problem(String code, String message, String advice, int line, int column) {

        String text(Path file) {
            String place = line == 0 ? file.toString() : file + ":" + line + ":" + column;
            return place + " error " + code + " " + message
                    + (advice.isEmpty() ? "" : System.lineSeparator() + "  " + advice);
        }
    }
}
