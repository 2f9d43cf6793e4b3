package io.meshwork.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Remembers the folder of data that a mesh was started with, so that its products find their data after the next start too. */
public record DataFolder(Path file) {

    /** The one asked for, which is remembered, or else the one asked for before; empty when none ever was. */
    public Optional<Path> choose(Optional<Path> asked) {
        asked.ifPresent(this::remember);
        return remembered();
    }

    private Optional<Path> remembered() {
        try {
            return Files.exists(file) ? Optional.of(Path.of(Files.readString(file))) : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException("the file " + file + " cannot be read", failed);
        }
    }

    private void remember(Path folder) {
        try {
            Files.writeString(file, folder.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException("the file " + file + " cannot be written", failed);
        }
    }
}
