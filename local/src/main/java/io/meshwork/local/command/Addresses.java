package io.meshwork.local.command;

import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PlatformState;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells people where to look. */
final class Addresses {

    private Addresses() {}

    static void print(PrintWriter out, PlatformState state, Begun begun) {
        out.println("The mesh is ready after " + begun.ago() + ".");
        printParts(out, state);
        out.println(
                "'mesh down' stops it, as does Ctrl-C in the foreground; 'mesh status' and 'mesh logs' show how it is.");
        out.flush();
    }

    /** @return exit code: whether every part of it is up */
    static int printRunning(PrintWriter out, MeshHome home) {
        Optional<PlatformState> state = home.running();
        boolean ready = state.map(PlatformState::phase)
                .filter(PlatformState.Phase.READY::equals)
                .isPresent();
        out.println(
                ready
                        ? "The mesh is already running; nothing was started."
                        : "The mesh is being started or stopped by another command; see: mesh status");
        state.ifPresent(running -> printParts(out, running));
        List<String> ended = state.map(Health::of).orElse(List.of()).stream()
                .filter(part -> part.state() == Health.State.DOWN)
                .map(Health::part)
                .toList();
        if (!ended.isEmpty()) {
            out.println(String.join(", ", ended) + " ended; to start again: mesh down, then mesh up");
        }
        out.flush();
        return ended.isEmpty() ? ExitCodes.OK : ExitCodes.DOWN;
    }

    private static void printParts(PrintWriter out, PlatformState state) {
        state.parts()
                .forEach(part -> out.println(line(
                        part.name(),
                        part.url() == null
                                ? "127.0.0.1:" + part.port()
                                : part.url().toString())));
        if (state.data() != null) {
            out.println(line("data", state.data().toString()));
        }
    }

    private static String line(String what, String where) {
        return String.format(Locale.ROOT, "  %-9s %s", what, where);
    }
}
