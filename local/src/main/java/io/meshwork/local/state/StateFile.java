package io.meshwork.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The state as JSON; replaced in one step, so that a reader never sees half of it. */
public record StateFile(Path file) {

    private static final Logger log = LoggerFactory.getLogger(StateFile.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Empty when nothing is recorded, or what is there is not ours to understand. */
    public Optional<PlatformState> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), PlatformState.class))
                    : Optional.empty();
        } catch (JacksonException foreign) {
            log.atWarn()
                    .addKeyValue("file", file)
                    .addKeyValue("reason", foreign.getOriginalMessage())
                    .log("State file is not readable and is ignored");
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException("the state file " + file + " cannot be read", failed);
        }
    }

    public void write(PlatformState state) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.writeString(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            Files.writeString(
                    file.resolveSibling("mesh.pid"), state.supervisor().pid() + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException("the state file " + file + " cannot be written", failed);
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling("mesh.pid"));
        } catch (IOException failed) {
            throw new UncheckedIOException("the state file " + file + " cannot be deleted", failed);
        }
    }
}
