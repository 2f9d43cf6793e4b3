package io.meshwork.local;

import io.meshwork.local.process.LogReason;
import io.meshwork.local.process.PartFailedException;
import io.meshwork.local.state.MeshHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Tells why a part did not start, from what was thrown and from what it wrote into its log meanwhile.
 *
 * @param logged how long its own log was before the start
 */
record FailedStart(MeshHome home, String part, long logged) {

    private static final String OUR_LOG = "mesh";
    private static final Pattern NO_SPACE = Pattern.compile("No space left|disk full", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_MEMORY =
            Pattern.compile("Cannot allocate memory|OutOfMemoryError|insufficient memory", Pattern.CASE_INSENSITIVE);
    private static final Pattern PORT_TAKEN = Pattern.compile("already in use", Pattern.CASE_INSENSITIVE);

    static FailedStart before(MeshHome home, String part) {
        return new FailedStart(home, part, home.log(part).toFile().length());
    }

    PartFailedException because(RuntimeException failed) {
        String said = LogReason.of(home.log(part), logged).orElse("");
        String reason = reason(failed) + (said.isEmpty() ? "" : ": " + said);
        return new PartFailedException(
                part + " did not start: " + reason + "\nIts log: " + log() + "\n" + advice(reason), failed);
    }

    /** Services in our JVM have no log of their own. */
    private Path log() {
        return Files.exists(home.log(part)) ? home.log(part) : home.log(OUR_LOG);
    }

    /** The first line of what lies at the bottom, without the part's name, which comes before it. */
    private String reason(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null && !(root instanceof PartFailedException)) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        String line = message.lines().findFirst().orElse(message);
        return (line.startsWith(part + " ") ? line.substring(part.length() + 1) : line).replaceAll("[:.\\s]+$", "");
    }

    private String advice(String reason) {
        if (NO_SPACE.matcher(reason).find()) {
            return "Make room on the disk of " + home.folder() + ", or choose another folder with --home.";
        }
        if (NO_MEMORY.matcher(reason).find()) {
            return "The mesh needs about 1.3 GB of free memory; close something else.";
        }
        if (PORT_TAKEN.matcher(reason).find()) {
            return "Stop what uses the port, or choose other ports: --port-base 8080.";
        }
        return "Try again when the cause is mended; if the data in " + home.folder()
                + " is damaged, start with empty data: mesh down --wipe --home " + home.folder();
    }
}
