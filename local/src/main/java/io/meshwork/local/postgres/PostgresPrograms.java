package io.meshwork.local.postgres;

import io.meshwork.local.process.PartFailedException;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code initdb} and {@code pg_ctl}. */
record PostgresPrograms(Path folder) {

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is. */
    private static final List<String> PREFIX = LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U") : List.of();

    void require(String program, String... arguments) {
        Result result = run(program, arguments);
        if (result.exitCode != 0) {
            throw new PartFailedException(
                    program + " failed with exit code " + result.exitCode + ": " + result.complaint(program));
        }
    }

    boolean succeeds(String program, String... arguments) {
        return run(program, arguments).exitCode == 0;
    }

    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(PREFIX);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private Result run(String program, String... arguments) {
        try {
            Process process = new ProcessBuilder(command(program, arguments))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output.strip());
        } catch (IOException failed) {
            throw new UncheckedIOException(program + " could not be run", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("the wait for " + program + " was interrupted", stopped);
        }
    }

    private record Result(int exitCode, String output) {

        /** What the program itself says of its failure, between progress and advice. */
        String complaint(String program) {
            int begin = output.indexOf(program + ": ");
            String said = begin < 0 ? output : output.substring(begin + program.length() + 2);
            return said.lines().findFirst().orElse(said);
        }
    }
}
