package io.meshwork.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A sleeping shell that runs a command as soon as its standard input ends: when we close it, or when we are gone, however that
 * came about. PostgreSQL detaches itself from its starter, and would otherwise outlive it. Signals to the whole process group
 * (Ctrl-C, a closed terminal, a supervisor's stop) pass the shell by, or it would be gone before it is needed.
 */
final class Guard {

    private static final List<String> SHELL = List.of("sh", "-c", "trap '' INT HUP TERM; read -r _; exec \"$@\"", "sh");

    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    static Guard over(List<String> lastCommand) {
        List<String> command = new ArrayList<>(SHELL);
        command.addAll(lastCommand);
        try {
            return new Guard(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException failed) {
            throw new UncheckedIOException("no shell to watch over PostgreSQL", failed);
        }
    }

    long pid() {
        return shell.pid();
    }

    /** Runs the command now and waits for it. */
    void release() {
        try {
            shell.getOutputStream().close();
            shell.waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL's guard does not answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
