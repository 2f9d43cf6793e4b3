package io.meshwork.local.command;

import io.meshwork.local.PlatformListener;
import io.meshwork.local.state.PartState;
import java.io.PrintWriter;
import java.util.Locale;

/** One line per part, as soon as it is ready, with the time since the command was begun. */
final class PrintedProgress implements PlatformListener {

    private final PrintWriter out;
    private final Begun begun;

    PrintedProgress(PrintWriter out, Begun begun) {
        this.out = out;
        this.begun = begun;
    }

    @Override
    public void ready(PartState part) {
        done(part.name(), part.version(), "port " + part.port());
    }

    @Override
    public void topicsReady() {
        done("topics", "and their schemas", "");
    }

    @Override
    public void endedUnexpectedly(String part, String how) {
        print("  ✗ " + part + " " + how + "; see: mesh logs " + part);
    }

    private void done(String what, String version, String where) {
        print(String.format(Locale.ROOT, "  ✓ %-9s %-18s %-10s  %7s", what, version, where, begun.ago()));
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }
}
