package io.meshwork.local.command;

import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PartState;
import io.meshwork.local.state.PlatformState;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Tells people where to look. */
final class Addresses {

    private Addresses() {}

    static void print(PrintWriter out, PlatformState state, Duration took) {
        out.println(String.format(Locale.ROOT, "The mesh is ready after %.1f s.", took.toMillis() / 1000.0));
        printParts(out, state);
        out.println("Ctrl-C or 'mesh down' stops it; 'mesh status' and 'mesh logs' show how it is.");
        out.flush();
    }

    static void printRunning(PrintWriter out, MeshHome home) {
        Optional<PlatformState> state = home.running();
        boolean ready = state.map(PlatformState::phase)
                .filter(PlatformState.Phase.READY::equals)
                .isPresent();
        out.println(
                ready
                        ? "The mesh is already running; nothing was started."
                        : "The mesh is being started or stopped by another command; see: mesh status");
        state.ifPresent(running -> printParts(out, running));
        out.flush();
    }

    private static void printParts(PrintWriter out, PlatformState state) {
        state.parts().forEach(part -> out.println(line(part)));
    }

    private static String line(PartState part) {
        String where =
                part.url() == null ? "127.0.0.1:" + part.port() : part.url().toString();
        return String.format(Locale.ROOT, "  %-9s %s", part.name(), where);
    }
}
