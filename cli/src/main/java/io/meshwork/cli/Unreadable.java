package io.meshwork.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Why a command could not read what the user named, in one sentence for all commands. */
public final class Unreadable {

    private Unreadable() {}

    /** Where only a file will do. */
    public static String file(Path file) {
        return Files.isDirectory(file) ? sentence(file, "it is a folder; name a file in it") : fileOrFolder(file);
    }

    /** Where a folder will do as well. */
    public static String fileOrFolder(Path place) {
        return sentence(
                place,
                Files.exists(place) ? "it is not readable; check its rights" : "there is no such file; check the path");
    }

    private static String sentence(Path place, String reason) {
        return "Cannot read " + place + ": " + reason + ".";
    }
}
