package io.meshwork.local.demo;

import io.meshwork.cli.Percent;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Prints steps as lines: time, product, what happened. Colour only where the terminal wants it. */
public final class Teller {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final int PRODUCT_WIDTH = 30;
    private static final int MOST_DETAILS = 3;

    private enum Tone {
        PLAIN(""),
        GOOD("\u001b[32m"),
        WARNING("\u001b[33m"),
        BAD("\u001b[31m"),
        QUIET("\u001b[2m");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    private final PrintWriter out;
    private final boolean colour;

    public Teller(PrintWriter out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    synchronized void tell(Step step) {
        switch (step) {
            case Step.Published p -> line(p, Tone.PLAIN, "published", "version " + p.version());
            case Step.Rejected r -> {
                line(r, Tone.BAD, "rejected", r.problems().size() + " problems");
                details(r.problems());
            }
            case Step.Judged j -> {
                line(j, toneOf(j.verdict()), "judged", words(j.verdict()) + " (" + j.policies() + " policies)");
                details(j.violations());
            }
            case Step.Scored s -> {
                line(
                        s,
                        toneOf(s.status()),
                        "scored",
                        Percent.of(s.score()) + " " + words(s.status())
                                + (s.reason() == null ? "" : ": " + s.reason()));
                details(s.failed());
            }
            case Step.Listed l -> {
                if (l.isFinal()) {
                    line(
                            l,
                            toneOf(l.state()),
                            words(l.state()),
                            "after " + Story.taken(l).toMillis() + " ms");
                }
            }
            case Step.Fed fed -> {}
        }
    }

    synchronized void submitted(String product, Instant at, String answer) {
        line(at, product, Tone.QUIET, "submitted", answer);
    }

    private void line(Step step, Tone tone, String what, String more) {
        line(step.at(), step.product(), tone, what, more);
    }

    private void line(Instant at, String product, Tone tone, String what, String more) {
        out.printf("  %s  %-" + PRODUCT_WIDTH + "s %s%n", CLOCK.format(at), product, paint(tone, what + "  " + more));
        out.flush();
    }

    private void details(List<String> lines) {
        lines.stream()
                .limit(MOST_DETAILS)
                .forEach(line -> out.println("                    " + paint(Tone.QUIET, "· " + line)));
        if (lines.size() > MOST_DETAILS) {
            out.println("                    " + paint(Tone.QUIET, "· and " + (lines.size() - MOST_DETAILS) + " more"));
        }
        out.flush();
    }

    synchronized void heading(String text) {
        out.println();
        out.println(colour ? "\u001b[1m" + text + "\u001b[0m" : text);
        out.flush();
    }

    synchronized void text(String line) {
        out.println(line);
        out.flush();
    }

    private String paint(Tone tone, String text) {
        return colour && tone != Tone.PLAIN ? tone.code + text + "\u001b[0m" : text;
    }

    private static String words(String code) {
        return code.replace('_', ' ');
    }

    private static Tone toneOf(String code) {
        return switch (code) {
            case "compliant", "passed", "listed" -> Tone.GOOD;
            case "violated", "failed", "blocked" -> Tone.BAD;
            default -> Tone.WARNING;
        };
    }
}
