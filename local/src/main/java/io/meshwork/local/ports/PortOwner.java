package io.meshwork.local.ports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The process that listens on a port, as far as the operating system tells us: on Linux, for processes we may look into.
 *
 * @param command its command line, shortened by the operating system to what it keeps
 */
public record PortOwner(long pid, String command) {

    private static final Pattern HOME = Pattern.compile("-Dmesh\\.home=(\\S+)");
    private static final String LISTENING = "0A";

    public static Optional<PortOwner> of(int port) {
        return inode(Path.of("/proc/net/tcp"), port)
                .or(() -> inode(Path.of("/proc/net/tcp6"), port))
                .flatMap(PortOwner::holder);
    }

    /** The state folder of the mesh that it is a part of. */
    public Optional<Path> home() {
        Matcher home = HOME.matcher(command);
        return home.find() ? Optional.of(Path.of(home.group(1))) : Optional.empty();
    }

    String describe() {
        return home().map(home -> "another mesh (process " + pid + ", state in " + home + ")")
                .orElseGet(() -> "process " + pid + " (" + shortened() + ")");
    }

    /** One line: arguments may have several. */
    private String shortened() {
        String line = command.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }

    private static Optional<String> inode(Path table, int port) {
        String suffix = ":%04X".formatted(port);
        return lines(table)
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTENING))
                .map(columns -> columns[9])
                .findFirst();
    }

    private static Optional<PortOwner> holder(String inode) {
        String socket = "socket:[" + inode + "]";
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, socket))
                .map(process -> new PortOwner(process.pid(), commandLine(process)))
                .findFirst();
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            return open.anyMatch(file -> pointsTo(file, socket));
        } catch (IOException notOursToSee) {
            return false;
        }
    }

    private static boolean pointsTo(Path file, String socket) {
        try {
            return Files.readSymbolicLink(file).toString().equals(socket);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().or(() -> process.info().command()).orElse("unknown command");
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException notLinux) {
            return Stream.empty();
        }
    }
}
