package io.meshwork.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file that a command makes; what is there already is lost only on request. */
public final class NewFile {

    private NewFile() {}

    /**
     * @param option by which the user named the file
     * @return why nothing was written; empty when it was
     */
    public static Optional<String> write(Path path, String text, boolean force, String option) {
        if (Files.exists(path) && !force) {
            return Optional.of(path + " exists; name another file with " + option + ", or write over it with --force.");
        }
        try {
            Files.writeString(
                    path,
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("Cannot write " + path + "; check that its folder exists and may be written to.");
        }
    }
}
