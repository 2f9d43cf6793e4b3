package io.meshwork.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The one folder that holds everything the platform keeps: data, logs, passwords, and who runs.
 *
 * <pre>
 * state.json, mesh.pid, lock     who runs
 * credentials.properties         database passwords, readable by the owner only
 * data-folder                    where the data was that products were measured on
 * webhook.key                    encrypts secrets of webhook endpoints
 * broker/ registry/ postgres/    data
 * slack/                         what the Slack stand-in received
 * search/                        search indexes, one folder per catalog
 * logs/                          one file per part
 * </pre>
 */
public record MeshHome(Path folder) {

    private static final List<String> OURS = List.of(
            "state.json",
            "mesh.pid",
            "lock",
            "credentials.properties",
            "data-folder",
            "webhook.key",
            "broker",
            "registry",
            "postgres",
            "slack",
            "search",
            "logs");

    public MeshHome {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path data(String part) {
        return folder.resolve(part);
    }

    public StateFile stateFile() {
        return new StateFile(folder.resolve("state.json"));
    }

    public DataFolder dataFolder() {
        return new DataFolder(folder.resolve("data-folder"));
    }

    /** The state of the mesh that runs here, empty when none does. */
    public Optional<PlatformState> running() {
        return stateFile().read().filter(state -> state.findSupervisor().isPresent());
    }

    /** Whether an earlier mesh left its data here. */
    public boolean hasData() {
        return Files.exists(data("postgres")) || Files.exists(data("broker"));
    }

    public void create() {
        try {
            Files.createDirectories(logs());
        } catch (NoSuchFileException nowhere) {
            var reason = new FileSystemException(nowhere.getFile(), null, "nobody can create a folder there");
            reason.addSuppressed(nowhere);
            throw new UncheckedIOException("the state folder " + folder + " cannot be created", reason);
        } catch (IOException failed) {
            throw new UncheckedIOException("the state folder " + folder + " cannot be created", failed);
        }
    }

    /** Deletes what the platform keeps here, and nothing else: the folder may have been chosen unwisely. */
    public void wipe() {
        OURS.forEach(name -> FileTree.delete(folder.resolve(name)));
    }
}
