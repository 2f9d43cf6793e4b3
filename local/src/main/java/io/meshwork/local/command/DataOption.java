package io.meshwork.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the data files of products are that the mesh measures. */
final class DataOption {

    static final String VARIABLE = "MESH_DATA";

    /** What the quality service refuses in its root, since DuckDB would take it for a pattern. */
    private static final Pattern SPECIAL = Pattern.compile("[*?\\[\\]{}\\\\\\p{Cntrl}]");

    private final Map<String, String> environment;

    @Option(
            names = "--data",
            paramLabel = "<folder>",
            description = "Folder that locations in contracts are relative to, the only one whose data files are read. "
                    + "Default: " + VARIABLE
                    + ", else the folder of the start before, else examples in the repository.")
    private @Nullable String folder;

    DataOption() {
        this(System.getenv());
    }

    DataOption(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    boolean isGiven() {
        return folder != null;
    }

    /** As it is really named; empty when neither the option nor the environment names one. */
    Optional<Path> asked(CommandLine command) {
        String asked = folder != null ? folder : environment.getOrDefault(VARIABLE, "");
        if (folder == null && asked.isBlank()) {
            return Optional.empty();
        }
        String fault = fault(asked);
        if (!fault.isEmpty()) {
            throw new ParameterException(
                    command,
                    "the data folder `" + asked.replaceAll("\\p{Cntrl}", "?") + "` (--data, or " + VARIABLE + ") "
                            + fault);
        }
        return Optional.of(real(asked));
    }

    private static String fault(String asked) {
        if (asked.isBlank()) {
            return "has no name; for the folder you are in write `.`";
        }
        if (!Files.isDirectory(Path.of(asked))) {
            return Files.exists(Path.of(asked)) ? "is a file; name a folder" : "is not there; make it, or name another";
        }
        if (!Files.isReadable(Path.of(asked)) || !Files.isExecutable(Path.of(asked))) {
            return "cannot be read by you; give yourself the right, or name another";
        }
        return SPECIAL.matcher(real(asked).toString()).find()
                ? "is " + real(asked).toString().replaceAll("\\p{Cntrl}", "?")
                        + ", and no part of that may contain any of * ? [ ] { } \\ or a control character; rename it"
                : "";
    }

    private static Path real(String folder) {
        try {
            return Path.of(folder).toRealPath();
        } catch (IOException goneMeanwhile) {
            throw new UncheckedIOException("the data folder " + folder + " cannot be found", goneMeanwhile);
        }
    }
}
