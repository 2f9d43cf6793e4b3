package io.meshwork.cli.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the catalog made of a submission. */
sealed interface Decision {

    /**
     * @param unchanged it was published before, with the same content
     * @param warnings what the catalog accepted but doubts
     */
    record Published(String productId, String version, boolean unchanged, List<Problem> warnings) implements Decision {

        String what() {
            return (productId + " " + version).strip() + (unchanged ? " (unchanged)" : "");
        }
    }

    /** The catalog has it like this, now or already. */
    record Defined(Definition definition) implements Decision {}

    record Rejected(String reason, List<Problem> problems) implements Decision {}

    /** @param location where the outcome will be */
    record Pending(String location) implements Decision {}

    record Unreachable(String reason) implements Decision {}

    /**
     * One thing the catalog found in the document.
     *
     * @param severity error or warning
     * @param pointer into the document (RFC 6901), empty when it is about the whole
     * @param line from 1; 0 when it is about the whole document
     */
    record Problem(String severity, String code, String message, String advice, String pointer, int line, int column) {

        static Problem of(io.meshwork.contract.read.Problem found) {
            return new Problem(
                    found.severity().name().toLowerCase(Locale.ROOT),
                    found.code(),
                    found.message(),
                    found.advice(),
                    found.pointer(),
                    found.line(),
                    found.column());
        }

        String text(Path file) {
            String place =
                    line == 0 ? file + (pointer.isEmpty() ? "" : " " + pointer) : file + ":" + line + ":" + column;
            String mend = advice.isEmpty() ? "" : System.lineSeparator() + "  " + advice;
            return place + " " + severity + " " + code + " " + message + mend;
        }
    }
}
