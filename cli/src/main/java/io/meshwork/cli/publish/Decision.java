package io.meshwork.cli.publish;

import java.nio.file.Path;
import java.util.Locale;

/** What the catalog made of a submission. */
sealed interface Decision {

    /**
     * @param unchanged it was published before, with the same content
     * @param warnings what the catalog accepted but doubts
     */
    record Published(String productId, String version, boolean unchanged, Problems warnings) implements Decision {

        String what() {
            return (productId + " " + version).strip() + (unchanged ? " (unchanged)" : "");
        }
    }

    /** The catalog has it like this, now or already. */
    record Defined(Definition definition) implements Decision {}

    /** @param reason empty when the problems say it all */
    record Rejected(String reason, Problems problems) implements Decision {

        String why() {
            return reason.isEmpty() ? problems.count() : reason;
        }
    }

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

        boolean isError() {
            return severity.equals("error");
        }

        /** What it has in common with the same thing in another place. */
        Problem anywhere() {
            return new Problem(severity, code, message, advice, "", 0, 0);
        }

        /** Inside the document. */
        String place() {
            return line == 0 ? pointer : line + ":" + column;
        }

        /** @param more said behind the message */
        String text(Path file, String more) {
            String place = place().isEmpty() ? file.toString() : file + (line == 0 ? " " : ":") + place();
            String mend = advice.isEmpty() ? "" : System.lineSeparator() + "  " + advice;
            return place + " " + severity + " " + code + " " + message + more + mend;
        }
    }
}
