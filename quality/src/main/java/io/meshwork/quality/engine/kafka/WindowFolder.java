package io.meshwork.quality.engine.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where windows are while they are measured, in a folder of this engine's own that nobody else may read. A lock tells that its owner
 * lives; what was left by one that crashed is deleted by the next that starts.
 */
final class WindowFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WindowFolder.class);
    private static final String PREFIX = "windows-";
    private static final String LOCK = ".lock";

    private final Path own;
    private final FileChannel lock;

    private WindowFolder(Path own, FileChannel lock) {
        this.own = own;
        this.lock = lock;
    }

    static WindowFolder in(Path parent) throws IOException {
        Files.createDirectories(parent);
        deleteOrphans(parent);
        Path own = Files.createTempDirectory(parent.toRealPath(), PREFIX);
        FileChannel channel = FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return new WindowFolder(own, channel);
    }

    private static void deleteOrphans(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (isOrphan(folder)) {
                    delete(folder);
                }
            }
        }
    }

    /** One without a lock file may just be in the making. */
    private static boolean isOrphan(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** A folder for one window. */
    Path fresh() throws IOException {
        return Files.createTempDirectory(own, "");
    }

    /** What cannot be deleted now is when the next engine starts. */
    static void delete(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException gone) {
            log.atDebug().addKeyValue("folder", folder).log("A window was deleted already");
        } catch (IOException | UncheckedIOException e) {
            log.atWarn().addKeyValue("folder", folder).setCause(e).log("A window could not be deleted");
        }
    }

    @Override
    public void close() {
        delete(own);
        try {
            lock.close();
        } catch (IOException e) {
            log.atWarn().addKeyValue("folder", own).setCause(e).log("A lock could not be given back");
        }
    }
}
