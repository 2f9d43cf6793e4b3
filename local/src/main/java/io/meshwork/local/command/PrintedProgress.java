package io.meshwork.local.command;

import io.meshwork.local.PlatformListener;
import io.meshwork.local.state.PartState;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** One line per part, as soon as it is ready. */
final class PrintedProgress implements PlatformListener {

    private final PrintWriter out;

    PrintedProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void ready(PartState part, Duration took) {
        print(String.format(
                Locale.ROOT,
                "  ✓ %-9s %-18s port %-5d  %4.1f s",
                part.name(),
                part.version(),
                part.port(),
                took.toMillis() / 1000.0));
    }

    @Override
    public void endedUnexpectedly(String part, String how) {
        print("  ✗ " + part + " " + how + "; see: mesh logs " + part);
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }
}
