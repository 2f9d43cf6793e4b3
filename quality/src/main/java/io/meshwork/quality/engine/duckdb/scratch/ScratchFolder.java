package io.meshwork.quality.engine.duckdb.scratch;

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
 * What is on the disk only while something is measured, in a folder of its owner's that nobody else may read. A lock tells that the
 * owner lives; what was left by one that crashed is deleted by the next that starts.
 */
public final class ScratchFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ScratchFolder.class);
    private static final String LOCK = ".lock";

    private final Path own;
    private final FileChannel lock;

    private ScratchFolder(Path own, FileChannel lock) {
        this.own = own;
        this.lock = lock;
    }

    /** @param kind of what it is for, with which the names of all such folders begin */
    public static ScratchFolder in(Path parent, String kind) throws IOException {
        Files.createDirectories(parent);
        deleteOrphans(parent, kind);
        Path own = Files.createTempDirectory(parent.toRealPath(), kind + "-");
        FileChannel channel = FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return new ScratchFolder(own, channel);
    }

    private static void deleteOrphans(Path parent, String kind) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, kind + "-*")) {
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

    /** A new folder within it. */
    public Path fresh() throws IOException {
        return Files.createTempDirectory(own, "");
    }

    /** What cannot be deleted now is when the next owner starts. */
    public static void delete(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException gone) {
            log.atDebug().addKeyValue("folder", folder).log("A folder was deleted already");
        } catch (IOException | UncheckedIOException e) {
            log.atWarn().addKeyValue("folder", folder).setCause(e).log("A folder could not be deleted");
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
