package io.meshwork.local.postgres;

import io.meshwork.local.state.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The data folder and the programs that work on it. */
record Cluster(PostgresPrograms programs, Path data, Path log) {

    /** A running server and who stops it. */
    record Server(ProcessHandle process, Guard guard) {}

    /** Into a folder beside, renamed when complete: an interrupted first start leaves nothing half done. */
    void create(String superuser, String password) {
        if (Files.exists(data)) {
            return;
        }
        Path unfinished = data.resolveSibling("data.unfinished");
        FileTree.delete(unfinished);
        try {
            Path passwordFile = Files.createTempFile(Files.createDirectories(data.getParent()), "initdb", ".tmp");
            Files.writeString(passwordFile, password);
            programs.require("initdb", initialization(superuser, unfinished, passwordFile));
            Files.delete(passwordFile);
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("the database folder " + data + " cannot be created", failed);
        }
    }

    /** Stops a server that an earlier supervisor left behind, then starts one. */
    Server start(int port) {
        if (programs.succeeds("pg_ctl", "status", "-D", data.toString())) {
            var alreadyGone = programs.succeeds("pg_ctl", stop());
        }
        programs.require(
                "pg_ctl", "start", "-w", "-t", "60", "-D", data.toString(), "-l", log.toString(), "-o", options(port));
        return new Server(process(), Guard.over(programs.command("pg_ctl", stop())));
    }

    private static String[] initialization(String superuser, Path folder, Path passwordFile) {
        return new String[] {
            "-D",
            folder.toString(),
            "-U",
            superuser,
            "--auth=scram-sha-256",
            "--pwfile=" + passwordFile,
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--locale=C.UTF-8",
            "--no-sync"
        };
    }

    private String[] stop() {
        return new String[] {"stop", "-w", "-m", "fast", "-D", data.toString()};
    }

    private static String options(int port) {
        return "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
                + " -c max_connections=200 -c shared_buffers=64MB -c max_wal_size=512MB -c jit=off"
                + " -c timezone=UTC -c log_timezone=UTC";
    }

    private ProcessHandle process() {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL started but left no process id in " + data, failed);
        }
    }
}
